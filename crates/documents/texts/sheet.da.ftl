## Regneark: arkene

sheet-start = Start
sheet-start-note = Vurdering af informationssikkerhed
sheet-it = It-sikkerhed
sheet-law = Jura og kontrakt
sheet-organisation = Organisation og ledelse
sheet-dpo = Databeskyttelsesrådgiver
sheet-other = Andre krav
sheet-group-note = Én række for hvert krav. Grå felter er vejledning; skriv i de hvide. Et krav, ingen har set på, står tomt.
sheet-statements = SoA
sheet-statements-note = SoA-dokumentet: hvorfor hver foranstaltning er taget med, om den er implementeret, og hvem der har ansvaret.
sheet-exclusions = Fravalg
sheet-exclusions-note = Krav, der ikke er relevante. Hvert fravalg skal have en begrundelse, en godkender og en dato, hvor det tages op igen.
sheet-measures = Tiltag
sheet-measures-note = Hvad der er foreslået, besluttet eller i gang: hvem der er ansvarlig, hvornår det er færdigt, og hvad det ventes at give.
sheet-dissent = Andre vurderinger
sheet-dissent-note = Hvor databeskyttelsesrådgiveren eller en revisor vurderer et krav anderledes, med deres egne ord.
sheet-entities = Enheder
sheet-entities-note = Organisationen, det, der hører under den, og det, den hviler på: sygehuse, systemer, leverandører og fælles platforme.
sheet-services = Tjenester
sheet-services-note = Hvor én enhed leverer noget til en anden, fx en fælles it-platform, og hvor stor en del af kravet den bærer.
sheet-assessment = Vurderingen
sheet-assessment-note = Hvem og hvad vurderingen gælder, hvem der har skrevet under, og hvad andre må se.
sheet-catalogues = Kataloger
sheet-catalogues-note = De kataloger, der vurderes efter, og udgaven af hvert. Ret ikke her: bed om et nyt regneark i stedet.
sheet-weightings = Vægtninger
sheet-weightings-note = Vægte, organisationen selv ville give kravene i et mål. De flytter ingen score; en sammenligning viser, om rækkefølgen holder med dem.
sheet-lists = Lister
sheet-lists-note = Ordene i rullelisterne. Ret ikke her.

## Regneark: startsiden

start-who = Hvem
start-who-text = Arket med jeres arbejdsgruppes navn er jeres: It-sikkerhed, Jura og kontrakt, Organisation og ledelse eller Databeskyttelsesrådgiver. Tiltag, Fravalg og de øvrige ark fylder den ud, der samler svarene.
start-answer = Et svar
start-answer-text = Læs spørgsmålet og linjerne om niveau. Vælg det niveau fra 0 til 5, der passer (4 er normen), hvilken slags dokumentation det bygger på, dato, sikkerhed, hvem der undersøgte det, og en henvisning, fx et sagsnummer.
start-counts = Optælling
start-counts-text = Har I talt op, så skriv antal i alt, undersøgt og i orden i stedet for et niveau, og vælg, om I selv udvalgte, eller der blev trukket lod.
start-more = Flere svar
start-more-text = Har et krav mere end ét stykke dokumentation, så indsæt en række og skriv kravets navn igen i kolonne A. Et navn i sidste kolonne er kun nødvendigt, når en senere række lukker en anmærkning.
start-empty = Tomt
start-empty-text = Lad det stå tomt, I ikke ved. Tomt betyder ikke vurderet; det er hverken nul eller godt nok.
start-sure = Hvor sikkert
start-sure-text = Egenvurdering er jeres eget ord. Intern kontrol er set efter af andre i huset. Uafhængig revision er set efter udefra. Uden både navn og henvisning tæller det som egenvurdering.
start-excluded = Ikke relevant
start-excluded-text = Gælder et krav ikke hos jer, hører det til på arket Fravalg med begrundelse, godkender og en dato, hvor det tages op igen.
start-personal = Personer
start-personal-text = Skriv ingen CPR-numre, patientnavne eller andre oplysninger om enkeltpersoner, heller ikke i noter.
start-time = Tid
start-time-text = { $first_year ->
    [true] Her er det første års { $count } krav. De er anslået til { $hours } timer i alt, delt mellem grupperne. Det er tiden til at svare, ikke tiden til at rette det, svarene viser.
   *[other] Her er { $count } krav, og de kan tages over flere år. Det første års { $first } krav er anslået til { $hours } timer i alt; pejling sheet new --first-year laver et regneark med dem alene.
}
start-back = Tilbage
start-back-text = Gem som Excel-projektmappe (.xlsx), og send filen til den, I fik den fra. Ret ikke i overskrifter og arknavne. Den læses med: pejling sheet read FIL -o vurdering.json

## Regneark: kolonner

column-requirement = Krav
column-title = Titel
column-question = Spørgsmål
column-levels = Niveauer
column-counts = Det tæller som dokumentation
column-level = Niveau (0-5)
column-kind = Slags
column-date = Dato
column-assurance = Hvor sikkert
column-by = Undersøgt af
column-reference = Henvisning
column-note = Note
column-entity = Enhed
column-population = Antal i alt
column-examined = Undersøgt
column-ok = I orden
column-selection = Udvalgt
column-share = Set på (%)
column-result = I orden (%)
column-valid-days = Gyldig i dage
column-closes = Lukker
column-evidence-id = Navn på svaret
column-implemented = Implementeret
column-why-included = Hvorfor taget med
column-responsible = Ansvarlig
column-class = Grund
column-reason = Begrundelse
column-approved-by = Godkendt af
column-review-by = Gælder til og med
column-measure-id = Tiltag
column-score-after = Score efter (%)
column-cost = Pris
column-owner = Ansvarlig
column-due = Frist
column-status = Status
column-decided-by = Besluttet af
column-decided-on = Besluttet den
column-voice = Hvis vurdering
column-view = Vurderingen i egne ord
column-entity-id = Kort navn
column-entity-name = Navn
column-entity-kind = Slags
column-parent = Hører under
column-weight = Vægt
column-provider = Leverandør
column-served = Leverer til
column-service-share = Bærer (%)
column-catalogue = Katalog
column-edition = Udgave
column-objective = Mål
column-weighting-why = Hvorfor

## Regneark: vurderingen

label-organisation = Organisation
help-organisation = Det korte navn, som på arket Enheder.
label-as-of = Dato for vurderingen
help-as-of = Den dag, vurderingen gælder.
label-scope-note = Årets afgrænsning
help-scope-note = Hvad vurderingen dækker i år, og hvad den ikke dækker.
label-status = Status
help-status = Udkast, til den er godkendt.
label-prepared-by = Udarbejdet af
label-prepared-on = Udarbejdet den
label-reviewed-by = Gennemgået af
label-reviewed-on = Gennemgået den
label-approved-by = Godkendt af
label-approved-on = Godkendt den
help-name = Navn eller funktion.
help-date = En dato.
help-approved = Navn eller funktion. En endelig vurdering skal være godkendt.
label-sharing-figures = Må andre se tallene?
help-sharing = Når regionerne sammenlignes. Står det tomt, deles intet.
label-sharing-name = Må organisationen nævnes?
help-sharing-name = Ved tallene, hvis de må ses, og som eksempel, hvor den er godt underbygget.
label-dpo-by = Databeskyttelsesrådgiver
label-dpo-on = Databeskyttelsesrådgiverens ord, dato
label-dpo-text = Databeskyttelsesrådgiverens ord
help-dpo-text = Rådgiverens egen tekst til rapporten til rådet. Ingen andre retter i den.
label-sharing-by = Deling godkendt af
label-sharing-on = Deling godkendt den

## Regneark: ord

entity-kind-region = region
entity-kind-hospital = sygehus
entity-kind-unit = enhed
entity-kind-system = system
entity-kind-project = projekt
entity-kind-supplier = leverandør
entity-kind-platform = platform
selection-chosen = udvalgt selv
selection-random = lodtrækning

## Regneark: rullelister

choose = Vælg fra listen
choose-from-list = Vælg et af ordene på listen, eller lad feltet stå tomt.

## Regneark: hvad der er galt med filen

workbook-too-big = filen er på { $bytes } bytes (pakket ud), og der læses højst { $limit }
    .help = Et udfyldt regneark er langt mindre. Slet billeder og ark, der ikke hører til, og gem igen.
workbook-too-many = filen har { $count } ark, dele eller celler, og der læses højst { $limit }
    .help = Slet det, der ikke hører til, og gem igen.
workbook-old = filen er i Excels gamle format (.xls)
    .help = Åbn den, og gem den som Excel-projektmappe (.xlsx).
workbook-locked = filen er beskyttet med adgangskode
    .help = Fjern adgangskoden i Excel (Filer, Oplysninger, Beskyt projektmappe), og gem igen.
workbook-other-format = filen er ikke en Excel-projektmappe, hvad den end hedder: { $format ->
    [empty] den er tom
    [text] den er tekst, fx CSV
    [html] den er en webside
    [ods] den er et OpenDocument-regneark
    [xlsb] den er en binær projektmappe (.xlsb)
    [zip] den er et arkiv uden regneark
   *[unknown] den er noget andet
}
    .help = Åbn den i Excel eller LibreOffice, og gem den som Excel-projektmappe (.xlsx).
workbook-broken = filen kan ikke læses som Excel-projektmappe: { $detail }
    .help = Åbn den i Excel eller LibreOffice, og gem den igen.
workbook-not-ours = ingen af filens ark er fra Pejling: { $sheets }
    .help = pejling sheet new laver et regneark at udfylde.
workbook-format = regnearket er af formatet `{ $found }`, og her læses { $expected }
    .help = Brug den udgave af pejling, der lavede det, eller lav et nyt regneark.
workbook-links = filen henviser til andre filer. De bliver ikke åbnet.
workbook-unwritable = regnearket kan ikke skrives: { $detail }

## Regneark: ark, kolonner og rækker

sheet-unknown = arket `{ $sheet }` hører ikke til, og her står noget
    .help = Slet arket, eller gem det i en anden fil. Er det et af arkene under et andet navn, så giv det navnet tilbage.
sheet-without-heading = rækken med overskrifter mangler: { $headings } …
    .help = Sæt overskrifterne tilbage, som de var.
column-unknown = ingen kolonne hedder `{ $heading }`
    .help = Sæt overskriften tilbage, som den var, eller slet kolonnen.
column-twice = to kolonner hedder { $heading }
    .help = Behold den ene.
column-missing = kolonnen { $heading } mangler
    .help = Sæt kolonnen tilbage, eller flyt svarene til et nyt regneark.
row-twice = { $name } står her to gange, også: { $cell }
    .help = Behold den ene.
row-without-finding = rækken siger ikke, hvad der blev fundet
    .help = Vælg et niveau. Eller skriv antal i alt, undersøgt og i orden. Eller skriv, hvor mange procent der er i orden.
row-out-of-step = titlen hører til { $other }, men rækken er { $requirement }
    .help = Det sker, når kun en del af arket bliver sorteret. Fortryd sorteringen, eller ret titlen efter kravet.
row-of-unknown-entity = ingen enhed på arket Enheder hedder `{ $entity }`
    .help = Tilføj enheden, eller ret navnet.
row-disagrees = { $name } har allerede en anden begrundelse i en tidligere række
    .help = Skriv den samme i alle rækker.

## Regneark: celler

cell-missing = her mangler { $heading }
    .help = Udfyld feltet, eller tøm resten af rækken.
cell-too-long = teksten er længere end de { $limit } tegn, en celle kan rumme
cell-outside = `{ $text }` står uden for tabellen: kolonnen har ingen overskrift
    .help = Flyt det ind i en kolonne, eller slet det.
cell-merged = cellerne { $area } er flettet sammen
    .help = Ophæv fletningen, så det kan ses, hvilken række og kolonne hvert svar hører til.
cell-hidden = { $what ->
    [row] række { $name } er skjult og læses alligevel
    [column] kolonne { $name } er skjult og læses alligevel
   *[sheet] arket { $name } er skjult og læses alligevel
}
    .help = Vis det, og se efter, om det skal med.
cell-not-read = `{ $text }` står, hvor der kun er vejledning, og læses ikke
    .help = Er det et svar, så flyt det til en hvid kolonne, fx Note.
cell-formula = her står en formel
    .help = Skriv værdien i stedet: en formel kan give noget andet i morgen.
cell-error = her står { $error }
    .help = Ret det, eller tøm cellen.
cell-time = her står et klokkeslæt
    .help = Skriv det som tekst, med en apostrof foran: regnearket har selv lavet det om.
cell-true-or-false = her står SAND eller FALSK
    .help = Skriv det med ord.
cell-date-with-time = datoen har et klokkeslæt; kun dagen { $date } læses
cell-date-as-text = regnearket har lavet teksten om til en dato; den læses som { $date }
    .help = Skriv den som tekst, med en apostrof foran, hvis den skal lyde anderledes.
cell-date-unwanted = regnearket har lavet det skrevne om til datoen { $date }
    .help = Skriv det igen som tekst, med en apostrof foran.
cell-not-a-date = `{ $text }` er ikke en dato
    .help = Skriv den som 2026-04-03, 3.4.2026 eller 3. april 2026.
cell-short-year = `{ $text }` har et årstal på to cifre
    .help = Skriv årstallet med fire cifre.
cell-date-unclear = `{ $text }` kan være { $one } eller { $other }
    .help = Skriv den som 2026-04-03, 3.4.2026 eller 3. april 2026.
cell-not-a-number = `{ $text }` er ikke et tal
    .help = Skriv cifre, med højst ét komma eller punktum.
cell-not-a-whole-number = `{ $text }` er ikke et helt tal
    .help = Skriv cifre alene.
cell-number-unclear = `{ $text }` kan være { $thousands } eller et tal med tre decimaler
    .help = Skriv tallet uden punktum eller komma mellem tusinder.
cell-number-two-marks = `{ $text }` har to slags skilletegn
    .help = Skriv tallet uden skilletegn mellem tusinder.
cell-unknown-word = `{ $text }` er ikke et af ordene på listen
    .help = Vælg fra listen i cellen.
cell-requirement-number = regnearket har gjort kravets navn til tallet `{ $text }`, og det kan have været { $meanings }
    .help = Regneark fjerner nuller til sidst. Skriv hele navnet, fx iso27001-2022:A.8.10.
cell-requirement-unclear = `{ $text }` kan være { $meanings }
    .help = Skriv hele navnet.
cell-unknown-requirement = intet krav i regnearkets kataloger hedder `{ $text }`
    .help = Kravene står på arbejdsgruppernes ark. Arket Kataloger siger, hvilke kataloger der er med.
cell-unknown-objective = intet mål i regnearkets kataloger hedder `{ $text }`
    .help = pejling catalogue show KATALOG viser et katalogs mål.
cell-cpr = her står noget, der ligner et CPR-nummer
    .help = Fjern det, også fra den fil, I selv har.

## pejling sheet

sheet-there-already = { $file } findes allerede, og nogen kan have udfyldt den: vælg et andet navn, eller skriv --force
sheet-over-input = { $file } er den fil, der læses: vælg et andet navn
sheet-results-form = { $file } skal ende på .xlsx eller .csv: endelsen siger, hvad der skrives

## Regneark: resultater

results-title = Resultater
results-about = Om tallene
results-objectives = Mål
results-charts = Diagrammer
results-requirements = Krav
results-state = tilstand
results-assessed = vurderet
results-applicable = relevante
results-dissent = vurderes anderledes af
results-method = Metode
results-reading = Sådan læses det
results-reading-text = Underbygget er det, der ville holde over for en revisor. Oplyst er det samme, når alle tages på ordet. Muligt er 100 minus det, der er konstateret galt. Hvor intet er vurderet, står der ingen tal: det er hverken nul eller godt nok.
results-law = Forbehold
results-law-text = Tallene siger, hvor modent arbejdet er. De siger ikke, om loven er overholdt, og de er ikke juridisk rådgivning.
results-chart = Mål i { $catalogue }: hvor meget der er underbygget, holdes tilbage af andre, kun er oplyst, er ubesvaret eller forældet, og er konstateret galt. Tallene står i tabellen ovenfor.

## Regneark: optegnelser

template-log-review = Loggennemgang
template-log-review-note = Gennemgang af en log: at nogen har set efter, hvem der har slået op eller ændret, og hvad det førte til.
template-log-review-what = System, periode og resultat
template-log-review-all = Opslag i perioden
template-log-review-seen = Opslag gennemgået
template-log-review-fine = Opslag med et sagligt formål
template-risk-assessment = Risikovurdering
template-risk-assessment-note = Risikovurdering af systemer eller behandlinger: at risikoen er vurderet, og at dens ejer har taget stilling.
template-risk-assessment-what = Hvad der er vurderet, og hvad det viste
template-risk-assessment-all = Systemer eller behandlinger
template-risk-assessment-seen = Heraf vurderet
template-risk-assessment-fine = Heraf med en risiko, ejeren har accepteret
template-processor-supervision = Tilsyn med databehandlere
template-processor-supervision-note = Tilsyn med aftaler: at regionen har set efter, om dens databehandlere holder det, de har skrevet under på.
template-processor-supervision-what = Hvem der er ført tilsyn med, og hvad det viste
template-processor-supervision-all = Databehandlere
template-processor-supervision-seen = Heraf ført tilsyn med
template-processor-supervision-fine = Heraf uden udestående mangler
template-awareness-staff = Awareness, medarbejdere
template-awareness-staff-note = Awareness og træning for medarbejdere: hvem der er nået, og med hvad.
template-awareness-staff-what = Hvad der er undervist i, og for hvem
template-awareness-staff-all = Medarbejdere
template-awareness-staff-seen = Medarbejdere, der er opgjort
template-awareness-staff-fine = Medarbejdere, der har gennemført
template-awareness-management = Awareness, ledelse
template-awareness-management-note = Awareness og træning for ledere: hvem der er nået, og med hvad.
template-awareness-management-what = Hvad ledelsen er undervist i
template-awareness-management-all = Ledere
template-awareness-management-seen = Ledere, der er opgjort
template-awareness-management-fine = Ledere, der har gennemført
template-awareness-politicians = Awareness, politikere
template-awareness-politicians-note = Oplæg og temadage for rådets medlemmer: hvem der deltog, og om hvad.
template-awareness-politicians-what = Hvad rådet er orienteret om
template-awareness-politicians-all = Medlemmer af rådet
template-awareness-politicians-seen = Medlemmer, der er opgjort
template-awareness-politicians-fine = Medlemmer, der deltog
template-exercise = Øvelse
template-exercise-note = En øvelse: hvad der blev afprøvet, og om det virkede.
template-exercise-what = Scenarie, deltagere og resultat
template-exercise-all = Mål for øvelsen
template-exercise-seen = Mål, der blev afprøvet
template-exercise-fine = Mål, der blev nået
template-incident-review = Hændelsesgennemgang
template-incident-review-note = Gennemgang af hændelser: at årsagen er fundet, og at der er lært af dem.
template-incident-review-what = Periode, årsager og læring
template-incident-review-all = Hændelser i perioden
template-incident-review-seen = Hændelser gennemgået
template-incident-review-fine = Hændelser håndteret rettidigt
label-requirement = Dokumentation for krav
label-requirement-2 = Også for krav
label-requirement-3 = Og for krav
help-requirement = Det krav, siden er dokumentation for, fx A.8.15. Der bliver ét stykke dokumentation for hvert krav.
help-requirement-more = Endnu et krav, eller tomt.
help-entity = Den enhed, det gælder, ved sit korte navn. Tomt betyder hele organisationen.
help-valid-90 = Den dag, arbejdet blev afsluttet. Herfra tæller det fuldt i 90 dage, og over de næste lige så mange falder det til intet.
help-valid-365 = Den dag, arbejdet blev afsluttet. Herfra tæller det fuldt i 365 dage, og over de næste lige så mange falder det til intet.
help-what = Få ord om, hvad der blev gjort, og hvad det viste. Ingen oplysninger om enkeltpersoner.
help-all = Hvor mange der er i alt, som et helt tal.
help-seen = Hvor mange af dem der blev set på.
help-fine = Hvor mange af dem, der blev set på, der var i orden.
help-selection = Valgte I selv, hvilke der blev set på, eller blev der trukket lod? En lodtrækning siger noget om resten.
help-assurance = Uden både navn og henvisning tæller det som egenvurdering.
help-reference = Hvor dokumentationen ligger, fx et sagsnummer.
help-closes = Navne på tidligere svar, hvis anmærkninger dette lukker, ét på hver linje.

## Regneark: optegnelser, der læses ind

record-alone = filen er en optegnelse, og den er dokumentation i en vurdering
    .help = Sig, hvilken vurdering den skal læses ind i: pejling sheet read FIL --into VURDERING.json -o NY.json
record-missing = filen er ikke en optegnelse, og kun optegnelser læses ind i en vurdering
    .help = pejling sheet template laver en. Er det vurderingens eget regneark, så læs det uden --into.
record-too-many = { $count } krav er nævnt, og siden har plads til { $limit }
    .help = Lav en side til.
record-known = vurderingen har allerede netop denne dokumentation; den er ikke lagt ind igen
sheet-read-one = Flere filer kan kun læses ind i en vurdering: --into VURDERING.json
