# Rapporternes tekster. De engelske har samme nøgler og samme argumenter: en test sammenligner dem.

## Rapporter: siden selv

report-skip = Gå til indholdet
report-contents = Indhold
report-as-table = De samme tal som tabel
report-closed = Lukket: indeholder svagheder, som kan udnyttes. Må ikke offentliggøres.
report-footer = Rapporten er ikke juridisk rådgivning. Tallene viser, hvor modent arbejdet er og hvor godt det er dokumenteret, ikke om loven er overholdt.
report-of = { $entity }, pr. { $date }
report-too-few = for få krav til et tal
report-none-apply = ikke relevant
report-disputed = † Databeskyttelsesrådgiveren eller en revisor ser noget af det, der er oplyst her, anderledes.
report-percent-of = { $score } underbygget, { $declared } oplyst
report-area = Opfølgningsområde
report-framework = Ramme
report-in-all = I alt
report-level = Niveau
report-yes = ja
report-no = nej
report-bars-declared = Oplyst tæller også med, hvad kravene hviler på. Derfor kan det være mindre end de tre første dele tilsammen.
report-bars-alternative = { $count ->
    [one] Én søjle
   *[other] { $count } søjler
} i fem dele, hver med sin farve og struktur: { $bars }.

## Rapport til rådet

council-title = Informationssikkerhed: status til rådet
council-decided = Det blev besluttet sidste år. Blev det gjort?
council-no-previous = Der er ingen tidligere vurdering at sammenligne med. Derfor viser denne rapport ikke, om sidste års beslutninger blev ført ud i livet, eller hvad der har flyttet sig. Det kan den næste.
council-nothing-decided = Ingen tiltag var besluttet eller i gang { $date }.
council-decided-sentence = { $count ->
    [one] Ét tiltag
   *[other] { $count } tiltag
} var besluttet eller i gang { $date }. { $done ->
    [0] Ingen af dem
    [one] Ét af dem
   *[other] { $done } af dem
} er udført, så det kan ses.
council-undocumented = { $count ->
    [one] Ét er meldt udført, men
   *[other] { $count } er meldt udført, men
} der er ingen dokumentation siden.
council-open = { $count ->
    [one] Ét er ikke udført.
   *[other] { $count } er ikke udført.
}
council-dropped = { $count ->
    [one] Ét er opgivet.
   *[other] { $count } er opgivet.
}
council-unaccounted = { $count ->
    [one] Ét gør årets vurdering ikke rede for.
   *[other] { $count } gør årets vurdering ikke rede for.
}
council-overdue = { $count ->
    [one] Ét tiltag er over fristen.
   *[other] { $count } tiltag er over fristen.
}
council-followed-table = Sidste års tiltag efter opfølgningsområde
council-measures = Tiltag
council-col-done = Udført
council-col-undocumented = Meldt udført
council-col-open = Ikke udført
council-col-dropped = Opgivet
council-col-unaccounted = Ikke gjort rede for
council-col-overdue = Over fristen
council-where = Hvor står vi?
council-where-reading = Søjlerne viser, hvor stor en del af kravene vi kan vise, at vi lever op til. Det mørke stykke er underbygget: det ville holde over for en revisor. Resten er ikke nødvendigvis galt, men det er ikke vist.
council-apart = De lægges ikke sammen til ét tal.
council-apart-why = Gode låse på dørene opvejer ikke, at en konsekvensanalyse mangler.
council-bars = Hvor stor en del af kravene er underbygget?
council-standing = { $framework }: { $score } af kravene er underbygget, og { $declared } er oplyst. Det svarer til »{ $band }«.
council-standing-none = { $framework }: intet er vurderet endnu.
council-standing-hidden = { $framework }: tallet vises kun i den lukkede rapport.
council-principles = De enkelte principper
council-principles-few = Hvert princip er delt op i få krav. Hvor der er færre end fem, ville et tal vise, hvordan det går med det enkelte krav, så dér står der ord i stedet.
council-principle = Princip
council-substantiated = Underbygget
council-declared = Oplyst
council-heat = Opfølgningsområder og rammer side om side: underbygget i procent
council-heat-alternative = Et gitter med { $rows } opfølgningsområder og { $columns } rammer. Jo mørkere et felt er, jo mere er underbygget. Tallene står i felterne og i tabellen.
council-moved = Hvad har flyttet sig, og hvorfor?
council-moved-intro = Fra { $old } til { $new }. Tallene er procentpoint af det, der er underbygget, og de enkelte dele giver tilsammen hele ændringen.
council-rose = { $objective } steg fra { $old } til { $new }.
council-fell = { $objective } faldt fra { $old } til { $new }.
council-still = { $objective } står stille på { $new }.
council-most-down = Mest trak det ned, at { $why } ({ $change }).
council-most-up = Mest løftede det, at { $why } ({ $change }).
council-across = Et katalog har fået en ny udgave siden sidst. Det, den alene flytter, står for sig selv.
council-bridge = { $objective }: fra { $old } til { $new }
council-bridge-alternative = En trappe fra { $old } til { $new }: { $steps }.
council-change = Ændring
council-cause = Årsag
council-yardstick = Statens målestok
council-yardstick-intro = Staten måler arbejdet med ISO 27001 på en skala fra 1 til 5, hvor 4 er normen: fuldt gennemført. Et område når først normen, når alle dets krav gør det. Det er regionens egne oplyste svar, ikke statens måling. Niveauer over 4 skelnes ikke, og det, ingen har svaret på, regnes som 0.
council-yardstick-table = Niveau på skalaen 1-5 (norm: 4)
council-yardstick-few = Områder med færre end fem krav vises uden tal.
council-meets = Når normen
council-of-five = { $level } af 5
council-matters = Det vigtigste lige nu
council-matter-overdue = Beslutninger er ikke ført til ende.
council-matter-overdue-text = { $count ->
    [one] Ét tiltag, der er besluttet, er
   *[other] { $count } tiltag, der er besluttet, er
} over fristen. En beslutning beskytter først, når den er ført ud i livet.
council-matter-lowest = Af det, der er vurderet, står { $area } svagest.
council-matter-lowest-text = Her er { $score } af kravene i { $framework } underbygget.
council-matter-lapse = Det, der er vist, bliver for gammelt.
council-matter-lapse-text = Undersøger ingen tingene igen, går { $framework } fra »{ $from }« til »{ $to }« den { $date }.
council-matter-unanswered = Noget ved vi ikke.
council-matter-unanswered-text = Mest mangler på området { $area } i { $framework }: { $share } er ubesvaret, eller svaret er for gammelt. Det er ikke det samme som en fejl, men ingen kan sige, at det er i orden.
council-matter-declared = Meget hviler på vores eget ord.
council-matter-declared-text = På området { $area } i { $framework } er { $share } oplyst, uden at nogen har efterprøvet det. Et tilsyn eller en stikprøve kan vise, om det holder.
council-matter-dissent = Databeskyttelsesrådgiveren er ikke enig i alt.
council-matter-dissent-text = Ordene står på databeskyttelsesrådgiverens egen side sidst i rapporten.
council-plan = Hvad er planlagt, hvad giver det, og hvad koster det?
council-plan-none = Der er ikke planlagt nogen tiltag.
council-plan-sentence = { $count ->
    [one] Ét tiltag er foreslået, besluttet eller i gang. Det koster
   *[other] { $count } tiltag er foreslået, besluttet eller i gang. De koster tilsammen
} { $cost }, regnet i den enhed, som vurderingen bruger (normalt kroner).
council-plan-areas = Tiltag, der mangler at blive udført
council-cost = Udgift
council-plan-gain = Det giver tiltagene, når de er udført: underbygget
council-now = I dag
council-then = Med alle tiltag
council-nothing-done = Hvad sker der, hvis ingen gør noget?
council-nothing-done-text = Dokumentation holder ikke evigt: en øvelse for tre år siden viser ikke, at planen virker i dag. Figuren viser, hvad der sker frem til { $until }, hvis intet bliver undersøgt igen.
council-courses = Uden ny dokumentation, frem til { $until }
council-courses-alternative = En linje for hver ramme, delt hvor trinnet skifter: { $courses }.
council-course = { $framework }: { $days }
council-course-day = { $band } ({ $score }) fra { $date }
council-course-end = { $score } den { $date }
council-from = Fra
council-band = Trin
council-asked = Det bedes rådet om
council-ask-note = At tage status til efterretning.
council-ask-overdue = At bede om en redegørelse for { $count ->
    [one] det tiltag, der er
   *[other] de { $count } tiltag, der er
} over fristen, med en ny dato og en ansvarlig.
council-ask-unaccounted = At få oplyst, hvad der blev af { $count ->
    [one] det tiltag, som
   *[other] de { $count } tiltag, som
} vurderingen ikke gør rede for.
council-ask-plan = At drøfte, om { $count ->
    [one] det planlagte tiltag
   *[other] de { $count } planlagte tiltag
} til { $cost } er den rigtige vej og det rigtige tempo.
council-ask-renew = At sikre, at det, der er vist én gang, bliver undersøgt igen, før det er for gammelt.
council-ask-next = At drøfte informationssikkerheden igen om et år på det samme grundlag.
council-area-systems = It-systemer, net og udstyr: adgang, logning, sikkerhedskopier, opdateringer og beskyttelse mod angreb.
council-area-physical = Bygninger og udstyr: hvem der kan komme ind, og hvad der sker ved brand, vand og strømsvigt.
council-area-law-and-contract = Lovens krav og aftalerne med dem, der behandler data for regionen: om der er et grundlag, og om nogen følger op.
council-area-staff-and-processes = Mennesker og arbejdsgange: ledelse, roller, uddannelse, opfølgning og hvordan der læres af fejl.
council-area-bars = { $area }: hvor meget er underbygget?
council-area-moved = Siden sidst: { $moves }.
council-area-move = { $framework } { $change } procentpoint
council-area-followed = Af { $count ->
    [one] ét tiltag
   *[other] { $count } tiltag
}, der var besluttet eller i gang sidste år, er { $done ->
    [0] ingen
   *[other] { $done }
} udført, så det kan ses; { $overdue ->
    [0] ingen
   *[other] { $overdue }
} er over fristen.
council-area-planned = { $count ->
    [one] Ét tiltag mangler
   *[other] { $count } tiltag mangler
} at blive udført, til en udgift på { $cost }.
council-area-none-planned = Her er der ikke planlagt nogen tiltag.
council-area-few = Området har færre end fem krav i { $frameworks }. Et tal ville vise, hvordan det går med det enkelte krav, så det står kun i den lukkede rapport.
council-topic-awareness = Opmærksomhed og viden
council-topic-awareness-text = De fleste angreb begynder med et menneske, der har travlt. Derfor skal medarbejdere, ledere og politikere kende de vigtigste regler, øve sig og turde melde fejl.
council-topic-awareness-ask = Rådet kan selv spørge: Hvornår fik vi som politikere senest et kursus, og hvor mange af medarbejderne har fået et i år?
council-topic-suppliers = Leverandører
council-topic-suppliers-text = Mange af de systemer, et hospital bruger, drives af andre. En aftale er det første skridt; det næste er at se efter, om den bliver holdt.
council-topic-suppliers-ask = Rådet kan spørge: Hvilke leverandører er vi mest afhængige af, og hvornår så vi dem sidst efter i kortene?
council-topic-contingency = Beredskab
council-topic-contingency-text = Når systemerne er nede, skal patienterne stadig behandles. En beredskabsplan er først noget værd, når den er øvet.
council-topic-contingency-ask = Rådet kan spørge: Hvornår øvede vi os sidst i at arbejde uden systemerne, og hvad lærte vi?
council-topic-level = På statens målestok ligger området på { $level } af 5; normen er 4. Tallet bygger på regionens egne oplyste svar.
council-topic-few = Området har få krav. Et tal ville vise, hvordan det går med det enkelte krav, så tallene står kun i den lukkede rapport.
council-dpo = Databeskyttelsesrådgiverens side
council-dpo-intro = Databeskyttelsesrådgiveren er uafhængig og skriver selv. Ingen har rettet i ordene.
council-dpo-none = Databeskyttelsesrådgiveren har ikke skrevet noget til denne rapport.
council-dpo-by = { $by }, { $date }
council-dpo-dissent = Hvor databeskyttelsesrådgiveren ser det anderledes end oplyst
council-dpo-on = Databeskyttelsesrådgiveren, om noget i: { $objectives }

## Sidst i hver rapport

about-method = Sådan er tallene blevet til
about-method-1 = Hvert krav er et spørgsmål om, hvad regionen gør. Svaret bygger på dokumentation: aftaler, stikprøver, øvelser, revisioner og oplysninger fra dem, der ved det.
about-method-2 = En egenvurdering tæller halvt. Intern kontrol tæller mere, uafhængig revision fuldt.
about-method-3 = Dokumentation ældes. Når den er for gammel, tæller den mindre og til sidst slet ikke.
about-method-4 = Der er tre tal: underbygget (ville holde over for en revisor), oplyst (alles ord taget for pålydende) og muligt (100 minus det, vi ved er galt).
about-method-5 = En fejl, som nogen har fundet, står ved magt, til en lige så sikker undersøgelse viser, at den er rettet.
about-method-6 = Krav hviler på hinanden: ingen kan finde fejl i logge, som ikke bliver skrevet. Det svage holder det stærke tilbage.
about-method-7 = Det, der ikke er undersøgt, er hverken nul eller i orden. Det står som ubesvaret.
about-method-8 = Point over målet på ét område opvejer aldrig mangler på et andet. Tal skæres ned, de rundes aldrig op.
about-method-9 = Trinene er: ikke opfyldt (til og med 15), delvist (til og med 50), overvejende (til og med 85) og fuldt opfyldt.
about-method-10 = Det samme grundlag giver altid de samme tal. Hele metoden er offentlig og kan regnes efter i hånden.
about-glossary = Ordliste
about-word = Ord
about-meaning = Betydning
about-word-substantiated = Det, der ville holde over for en revisor.
about-word-declared = Det, vi selv siger, taget for pålydende.
about-word-possible = 100 minus det, vi ved er galt.
about-word-held-back = Det er i orden i sig selv, men det, det hviler på, er ikke.
about-word-unanswered = Ingen har svaret, eller svaret er for gammelt.
about-word-known-wrong = Nogen har set efter og fundet, at det ikke er i orden.
about-norm = norm
about-word-norm = Det trin, et krav skal nå.
about-requirement = krav
about-word-requirement = Ét af de spørgsmål, en standard eller en lov stiller.
about-sources = Kilder, udgaver og fingeraftryk
about-sources-intro = Et fingeraftryk er et tal, der ændrer sig, hvis indholdet gør. Med det kan enhver efterprøve, at rapporten bygger på netop disse udgaver. Metode { $method }.
about-catalogues = Kataloger
about-catalogue = Katalog
about-edition = Udgave
about-digest = Fingeraftryk
about-sources-head = Kilder
about-assessment = Vurderingen:
about-assessment-before = Den tidligere vurdering:
about-scope = Hvad vurderingen dækker
about-signed = Godkendelse
about-unsigned = Ingen har skrevet under på vurderingen.
about-draft = Vurderingen er et udkast.
about-signature = { $role }: { $by }, { $date }

## Dagsordenspunkt

agenda-title = Årlig drøftelse af informationssikkerhed
agenda-motion = Indstilling
agenda-motion-intro = Administrationen indstiller, at rådet:
agenda-motion-note = tager status for informationssikkerheden til efterretning
agenda-motion-overdue = får en redegørelse for { $count ->
    [one] det tiltag, der er
   *[other] de { $count } tiltag, der er
} over fristen
agenda-motion-plan = drøfter { $count ->
    [one] det tiltag, der mangler
   *[other] de { $count } tiltag, der mangler
} at blive udført
agenda-motion-next = drøfter informationssikkerheden igen om et år på det samme grundlag
agenda-summary = Resumé
agenda-case = Sagsfremstilling
agenda-case-intro = Rådet drøfter hvert år informationssikkerheden. Grundlaget er en vurdering pr. { $date } af { $entity } op imod { $frameworks }.
agenda-economy = Økonomi
agenda-economy-none = Punktet har ikke i sig selv økonomiske konsekvenser: Der er ikke planlagt nogen tiltag.
agenda-economy-text = Punktet har ikke i sig selv økonomiske konsekvenser. De { $count } tiltag, der mangler at blive udført, koster tilsammen { $cost }, regnet i den enhed, som vurderingen bruger (normalt kroner).
agenda-annexes = Bilag
agenda-annex-report = Informationssikkerhed: status til rådet, { $entity }, { $date }
agenda-annex-dpo = Databeskyttelsesrådgiverens udtalelse (en side i rapporten)

## Rapporter: ord, som flere bruger

report-and = { $before } og { $last }
report-name = Navn
report-area-plain = Område
council-overdue-note = De er hverken udført eller opgivet, og dagen er gået.
council-topic-question = Et spørgsmål at stille:

## Kommandoen: report

report-written = skrevet til { $file }
report-one-file = en rapport til { $audience } er om én vurdering; den forrige angives med --previous
report-over-input = { $file } er en af vurderingerne: vælg et andet navn til rapporten
report-no-pdf = { $file }: denne udgave af kommandoen skriver ikke PDF; den, der er bygget med `cargo build --release -p pejling-cli --features pdf`, gør. Skriv .html her: den kan udskrives til PDF fra en browser
report-unknown-ending = { $file }: en rapport er .html, .md eller .pdf
report-no-json = der er ingen JSON af en rapport til { $audience }: kommandoerne score, plan, forecast, bridge og de andre giver hver deres
framework-iso27001 = ISO 27001
framework-gdpr = GDPR
framework-principles = De syv principper
framework-political-line = Den politiske linje
framework-nis2 = NIS 2-loven
report-objective = Mål
report-assessed = Vurderet
report-of-entities = { $assessed } af { $applicable }
report-dissent = Hvor andre ser det anderledes end oplyst
report-dissent-by = { $voice }, om { $requirement } hos { $entity }
report-measure = tiltag
report-own-before = før
report-own-now = nu
report-expected = ventet
report-followed = Tiltag, der var besluttet eller i gang { $date }. Før og nu er kravets egen score, underbygget; ventet er, hvad tiltaget skulle nå
report-evidence = dokumentation
report-by = senest
report-brings = giver mest
report-brings-of = { $change } i { $objective }
report-or = eller
agenda-case-reading = Tallene viser, hvor stor en del af kravene vi kan vise, at vi lever op til. Det, der er underbygget, ville holde over for en revisor. Resten er ikke nødvendigvis galt, men det er ikke vist. De tre rammer lægges aldrig sammen til ét tal.

## Lukket rapport

ciso-title = Informationssikkerhed: krav for krav
ciso-overview = Overblik
ciso-below-norm = Under normen, og hvad der holder det tilbage
ciso-below-intro = Krav, hvor det underbyggede er under normen, eller hvor intet er vurderet; de svageste først. Det, der holder et krav tilbage, skal løftes først: før det er sket, hjælper intet andet.
ciso-below = { $framework }: { $count } krav under normen
ciso-held-back-by = holdes tilbage af
ciso-keystones = Nøglesten: det, mest venter på
ciso-keystones-intro = En nøglesten er et krav, som andre hviler på. Løft den, og det, den holder tilbage, løfter sig med.
ciso-keystones-none = Intet holdes tilbage af andet.
ciso-keystone = holder { $held_back } point tilbage, heraf { $alone } alene
ciso-keystones-chart = De største nøglesten: point, de holder tilbage over alle mål (det mørke: alene)
ciso-keystones-alternative = En søjle for hvert krav, så lang som det, det holder tilbage: { $keystones }.
ciso-holds-back = holder tilbage
ciso-alone = heraf alene
ciso-findings = Åbne anmærkninger, og hvem der kan lukke dem
ciso-findings-intro = En anmærkning lukkes ved at se på det igen, som var galt: senere, mindst lige så sikkert, og mindst lige så meget. Alene at sige, at det er rettet, lukker intet.
ciso-findings-none = Ingen anmærkninger er åbne.
ciso-findings-table = Åbne anmærkninger ({ $count }), de alvorligste først
ciso-finding = anmærkning
ciso-found-by = fundet af
ciso-wrong = galt
ciso-closable = kan lukkes af
ciso-closable-by = { $who }, der ser på mindst { $share }
ciso-expiring = Det, der bliver for gammelt
ciso-renewals = Det er mest værd at gøre igen
ciso-nothing-expires = Ingen dokumentation mister gyldighed før { $until }.
ciso-expiring-table = Dokumentation, der mister værdi inden { $until } ({ $count })
ciso-stale = falder fra
ciso-worthless = intet værd fra
ciso-plan = Planen: i hvilken rækkefølge?
ciso-plan-table = { $objective }: tiltagene i den rækkefølge, der giver mest først
ciso-then = derefter
ciso-what-happened = hvad skete der
ciso-steps = { $objective }: det, der flyttede mest ({ $shown } af { $count })
ciso-step-aged = blev ældre
ciso-step-withdrawn = er ikke længere med
ciso-step-edited = siger noget andet
ciso-step-new = er ny
ciso-step-closed = lukkede en anmærkning
ciso-step-excluded = er ikke længere relevant
ciso-step-included = er relevant igen
ciso-step-weighed = vægten er en anden
ciso-step-served = tjenesten dækker en anden andel
ciso-step-came = er kommet til
ciso-step-moved = er flyttet
ciso-step-left = er ikke længere med
ciso-step-catalogue = kataloget er et andet
ciso-soa = SoA-dokument (Statement of Applicability)
ciso-soa-table = Foranstaltninger efter anneks A
about-meaning-why = begrundelse
ciso-arithmetic = Regnestykket bag hvert tal
ciso-arithmetic-above = Tallet for det hele er det vægtede gennemsnit af delene, skåret ned til to decimaler. Herefter følger hver del for sig.
ciso-arithmetic-of = Regnestykket: { $entity }
ciso-arithmetic-reading = Hvert stykke dokumentation lægger en andel til, gange hvor meget det kan tros. Det, kravet hviler på, sætter et loft. Alle tal her er underbygget, hvor andet ikke står.
ciso-arithmetic-objectives = Mål hos { $entity }
ciso-arithmetic-requirements = Krav hos { $entity }
ciso-points = point
ciso-points-of = { $points } / { $weight }
ciso-mean = gennemsnit
ciso-caps = loft af kritiske krav
ciso-evidence-adds = dokumentation: andel · tillid
ciso-own = egen score
ciso-rests-on = loft fra det, det hviler på
ciso-allows = { $requirement } tillader { $cap }
ciso-composite = er netop det, det kræver
ciso-no-evidence = ingen
ciso-walk = ({ $terms }) / 100 = { $sum } → { $score }
ciso-sum = Sum af vægt · score
ciso-mean-cut = Divideret og skåret ned

## Styregruppen

steering-title = Informationssikkerhed: status til styregruppen
steering-side = Side om side
steering-alone = Der er kun én vurdering. Angiv de andres efter ens egen for at se dem side om side.
steering-intro = { $own } set ved siden af { $count ->
    [one] én anden
   *[other] { $count } andre
}. Af de andre vises ikke mere, end de har sagt ja til.
steering-named = Disse lader sig nævne ved navn: { $names }.
steering-not-all = Ikke alle lader deres tal vise. Derfor står der kun, hvordan man ligger i forhold til de andre.
steering-of-others = { $which } af de { $count } andre
steering-position = Underbygget ligger egen organisation { $position } det, de { $count } andre spænder over.
steering-no-position = Hvor man ligger i forhold til de andre, siges ikke: det ville røbe en enkelt af dem, eller intet er vurderet.
steering-order = Hvem ligger over hvem?
steering-order-intro = En rækkefølge gælder kun, hvis den holder krav for krav eller under alle oplyste vægte. Ellers er der ingen.
steering-no-order = Ingen rækkefølge kan vises.
steering-lessons = Hvem kan man lære af?
steering-lessons-intro = De krav, hvor man selv er svagest, og dem, der kan vise, at de opfylder dem fuldt ud.
steering-lessons-table = { $entity }: de svageste krav ({ $shown } af { $count })
steering-teachers = kan læres af
steering-criteria = De fem succeskriterier
steering-criteria-intro = Kriterierne er kommissoriets egne ord. Kravene under dem er vores udlægning.
steering-criteria-chart = Hvor langt er vi med hvert kriterium?
steering-criteria-positions = Ved siden af de andre, underbygget:
steering-no-criteria = Vurderingen nævner ikke kataloget politisk-linje-2018. Tilføj det for at følge de fem succeskriterier.
steering-follow-up = Opfølgning på tiltag

## Arbejdsgrupper

groups-title = Informationssikkerhed: det næste for hver arbejdsgruppe
groups-measures = Tiltag, der skal gøres færdige
groups-no-measures = Der er ikke planlagt nogen tiltag for gruppen.
groups-measures-table = Tiltag ({ $count }), de tidligste først
groups-renew = Det, der skal undersøges igen
groups-renew-intro = Dokumentation, der snart er for gammel. Øverst står det, der er mest værd.
groups-no-renewals = Ingen af gruppens dokumentation skal fornyes.
groups-renew-table = Undersøg igen ({ $shown } af { $count })
groups-look = Det, der er under normen eller aldrig set på
groups-look-intro = De svageste først, med spørgsmålet, der skal besvares.
groups-nothing-to-look-at = Alle gruppens krav når normen.
groups-look-table = Krav under normen ({ $shown } af { $count })
groups-question = spørgsmålet

## Screening

screening-title = Screening: sikkerhed og jura
screening-outcome-head = Udfaldet
screening-outcome = Udfaldet er: { $outcome }.
screening-counts = { $go } spørgsmål er på plads, { $conditions } er vilkår, og { $no ->
    [0] ingen
   *[other] { $no }
} står i vejen.
screening-reading = En screening kommer, før der er dokumentation, så den går efter det, der er oplyst. Det, nogen har fundet galt, tæller alligevel, og et spørgsmål, ingen har svaret på, er aldrig et ja.
screening-stopping = Det står i vejen
screening-stopping-intro = Disse skal rettes, før projektet kan begynde.
screening-stopping-table = Spørgsmål, der stopper projektet ({ $count })
screening-conditions-head = Vilkår
screening-conditions-head-intro = Projektet kan begynde, når hvert vilkår har et tiltag med en ejer og en dato.
screening-conditions-head-table = Vilkår ({ $count })
screening-fine = På plads
screening-fine-intro = Disse når normen efter det, der er oplyst.
screening-fine-table = Spørgsmål, der når normen ({ $count })
screening-question = spørgsmål
screening-what = hvem gør hvad, og hvornår
ciso-objectives = { $framework }: alle mål
ciso-mean-of = { $objective }: gennemsnittet

## PDF

report-page = Side { $page } af { $pages }
pdf-attached-extract = Tal på områdeniveau, som de må offentliggøres
pdf-attached-result = Resultatet krav for krav. Må ikke offentliggøres
pdf-not-public = { $file } må ikke ligge i en rapport, der offentliggøres
pdf-unset = rapporten kan ikke sættes som PDF: { $detail }. Skriv .html, og meld fejlen
