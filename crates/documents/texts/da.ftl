# Alle tekster til mennesker, på dansk. De engelske har samme nøgler og samme argumenter: en test sammenligner dem.

## Ord

substantiated = underbygget
declared = oplyst
possible = muligt
band = trin
band-N = ikke opfyldt
band-P = delvist opfyldt
band-L = overvejende opfyldt
band-F = fuldt opfyldt
bar = søjle
objective = mål
members-assessed = krav vurderet
entities-assessed = enheder i gang
weakest = svageste led
weight = vægt
score = score
members = Krav
relation = forhold
requires = kræver
required-by = kræves af
supported-by = støttes af
supports = støtter
at-most = tillader højst
at-trust = à
binds = afgør
nothing = intet
not-assessed = ikke vurderet
not-applicable = ikke relevant
state-assessed = vurderet
state-outdated = forældet
state-not-assessed = ikke vurderet
part-substantiated = underbygget
part-held-back = holdes tilbage af andre
part-declared-only = kun oplyst
part-unanswered = ubesvaret eller forældet
part-known-wrong = konstateret mangel
assurance-self = egenvurdering
assurance-internal = intern kontrol
assurance-independent = uafhængig revision
kind-statement = egenerklæring
kind-document = dokument
kind-agreement = aftale
kind-risk-assessment = risikovurdering
kind-awareness = awarenessregistrering
kind-log-review = loggennemgang
kind-exercise = øvelse
kind-incident-review = hændelsesevaluering
kind-test = test
kind-audit = audit
kind-assurance-report = revisorerklæring
kind-certificate = certifikat
area-systems = systemmæssig sikkerhed
area-physical = fysisk sikkerhed
area-law-and-contract = lov- og kontraktkrav
area-staff-and-processes = personale og processer
group-it-and-cyber-security = it- og cybersikkerhed
group-law-and-contracts = jura og kontraktkrav
group-organisation-and-management = organisation og ledelse
group-data-protection-officers = databeskyttelsesrådgiverfunktionen
family-framework = rammeværk
family-chapter = kapitel
family-theme = tema
family-principle = princip
family-area = opfølgningsområde
family-group = arbejdsgruppe
family-attribute = attribut
title-status-quoted = kildens egen
title-status-ours = vores ord
title-status-working-heading = arbejdsoverskrift
excludable-never = aldrig
excludable-on-condition = kun når betingelsen er opfyldt
excludable-freely = ja, med begrundelse og godkendelse
attribute-control-type = foranstaltningstype
attribute-infosec-properties = sikkerhedsegenskab
attribute-cybersecurity-concepts = cybersikkerhedsfase
attribute-operational-capabilities = fagområde
attribute-security-domains = sikkerhedsdomæne
catalogue = katalog
edition = udgave
requirements = krav
objectives = mål
edges = afhængigheder
title = titel
digest = fingeraftryk
source = kilde
area = opfølgningsområde
group = arbejdsgruppe
title-status = titlens ordlyd
excludable = kan fravælges
condition = Betingelsen for at fravælge det
rests-on = Hviler på
view-head = { $view } ({ $edition }): { $entity }, { $date }
view-scale = Skala { $scale }: 4 er normen, og niveauer over den skelnes ikke.
view-numbers = Tal: underbygget / oplyst / muligt.
view-declared = Niveauerne viser det, der er oplyst. Det, der er underbygget, viser pejling score.
view-open = { $open ->
    [0] Alle { $count } krav er besvaret.
   *[other] { $open } af { $count } krav mangler endnu at blive besvaret.
}
area-head = område
level = niveau
meets-norm = når normen
yes = ja
no = nej
screening-head = Screening af { $entity }, { $date }: { $outcome }
screening-go = ja
screening-conditions = ja på vilkår
screening-no = nej
screening-stops = Det stopper den ({ $count })
screening-open = Vilkår ({ $count })
screening-met = Opfylder normen ({ $count })
screening-numbers = Tal: underbygget / oplyst / muligt. Det oplyste afgør sagen, og det gør konstaterede mangler.
screening-critical = kritisk
screening-unanswered = ingen har svaret
screening-measure = { $measure }: { $owner }, frist { $due }
screening-needs = mangler et tiltag med en ejer og en dato
screening-needs-before = mangler et tiltag med en ejer og en dato før starten
nobody-said = ikke oplyst
no-screening = vurderingen nævner ikke kataloget `screening`
    .help = Tilføj `"screening": "2026.1"` under `catalogues`, og besvar spørgsmålene for projektet.
nothing-to-screen = ingen af screeningens spørgsmål er relevante for { $entity }
    .help = En screening, hvor intet er besvaret, er ikke et ja: se på fravalgene.
unknown-view = der er ingen visning, der hedder `{ $view }`; der er: { $known }
view-needs-catalogue = visningen { $view } ser på kataloger, som vurderingen ikke nævner: { $missing }
    .help = Tilføj dem under `catalogues` med deres udgave.
asks = Det går kravet ud på
why = Derfor betyder det noget på et hospital
question = Spørgsmålet
counts-as-evidence = Det tæller som dokumentation
population = Stikprøver trækkes blandt: { $units }
basis-ours = Vores eget skøn.
basis = Vores skøn; de to nævnes sammen i { $source }.
view = visning
areas = områder
left-out = Udeladt
minutes = { $count } min.
unknown-requirement-or-catalogue = der er intet katalog eller krav, der hedder `{ $name }`
    .help = `pejling catalogue list` nævner katalogerne, `pejling catalogue show KATALOG` et katalogs krav.
ambiguous-requirement = `{ $name }` kan betyde { $meanings }
    .help = Skriv det med katalogets navn foran, som { $example }.
carries = Bærer
counts-in = Tæller med i målene
requirements-head = Krav
objectives-head = Mål

## Kommandoen: check og score

check-fine = { $file }: ingen fejl; { $entities ->
    [one] 1 enhed
   *[other] { $entities } enheder
}, { $evidence ->
    [one] 1 stykke dokumentation
   *[other] { $evidence } stykker dokumentation
}, { $exclusions ->
    [one] 1 fravalg
   *[other] { $exclusions } fravalg
}
score-head = { $entity } · pr. { $date } · metode { $method }
what-holds-back = Hvad holder hvad tilbage
held-back-at = { $framework }, hos { $entity }: { $points } vægtede point holdes tilbage
held-back-by = af { $by }
warnings = Advarsler ({ $count })
more-warnings = … og { $count } mere af samme slags: pejling check viser alle
below-floor = { $objective }: { $reached }, og der kræves mindst { $least }
exclusions = Ikke relevant ({ $count })
exclusion-line = { $requirement } for { $entity }: { $reason } (godkendt af { $approver }, revurderes senest { $review_by })
more-of-them = … og { $count } til
fault-count = { $count } fejl

## Kommandoen: explain

explain-head = { $of } { $title } · { $entity } · pr. { $date }
explain-score = { $score } (underbygget / oplyst / muligt): { $state }
explain-excluded = ikke relevant for { $entity }: { $reason } (godkendt af { $approver }, revurderes senest { $review_by })
explain-composite = det har ingen egen dokumentation og er netop det, det kræver: { $parts }
equally-weak = { $name } og { $others } til
entities = Enheder
explain-evidence = Dokumentation
explain-no-evidence = ingen: egen score { $own }
explain-evidence-head = { $evidence } · { $kind } af { $date } · { $entity }: i orden { $ok }, mangel { $bad }
explain-result = set på { $looked } %, heraf { $result } % i orden: i orden { $ok }, mangel { $bad }
explain-level = set på { $looked } %, niveau { $level } af { $target }: i orden { $ok }, mangel { $bad }
explain-chosen = { $fine } i orden af { $examined } undersøgte, udvalgt blandt { $population }: i orden 100 · { $fine } / { $population } = { $ok }, mangel { $bad } (rundet op)
explain-random = { $fine } i orden af { $examined } udtrukket tilfældigt blandt { $population }: andel { $share } (fuld fra { $need }), heraf i orden { $ok }, mangel { $bad }
explain-carried = bæres af tjenesten med { $share } %: i orden { $ok }, mangel { $bad }
explain-trust = { $age } dage gammel af { $valid } gyldige: friskhed { $fresh }; { $assurance } { $worth } · { $fresh } / 100 = tillid { $trust }
explain-closed = den konstaterede mangel er undersøgt igen og lukket
explain-closing = { $later } lukker { $finding }: i orden { $ok } ved tillid { $trust } (oplyst { $fresh })
explain-own = Egen score
explain-possible = muligt = 100 - { $bad } (åben anmærkning { $evidence }) = { $possible }
explain-possible-all = muligt = 100: ingen åben anmærkning
explain-walk = = ({ $terms }) / 100 = { $sum } → { $score }
explain-own-sum = egen score { $own }
explain-rests-on = Hviler på
explain-rests-on-nothing = hviler ikke på andet
explain-min = det mindste af egen score { $own } og det, hvert tillader: { $score }
explain-held-back = Holdes tilbage af
explain-cause = { $cause }: egen score { $own }, { $steps ->
    [0] kræves, så hele manglen slår igennem
    [one] 1 støttende trin væk
   *[other] { $steps } støttende trin væk
} ({ $path })
explain-alone = det hjælper at løfte det; før det er sket, hjælper intet andet
explain-together = det hjælper at løfte dem alle; før det er sket, hjælper intet andet
explain-objective = { $score } (underbygget / oplyst / muligt): { $band }; { $assessed } af { $applicable } krav vurderet
explain-mean = { $points } point / { $weight } = { $mean }
explain-critical = kritisk: { $critical } tillader højst { $cap }
explain-bar = Søjlen i vægtede point
explain-consolidated = { $score } (underbygget / oplyst / muligt): { $band }; { $assessed } af { $applicable } enheder vurderet
explain-weakest = svageste led: { $entity } med { $score }
explain-not-assessed = ikke vurderet hos: { $entities }
explain-deeper = vælg en af dem med --entity for at se dens dokumentation

## Kommandoen: soa

soa-head = SoA-dokument (Statement of Applicability) for { $entity } · pr. { $date } · metode { $method }
soa-catalogue = { $catalogue } udgave { $edition } · { $digest }
soa-assessment = vurderingen · { $digest }
soa-counts = { $included } foranstaltninger medtaget, { $excluded } fravalgt; { $unstated } medtagne uden begrundelse; { $marked } med noget at bemærke
soa-control = foranstaltning
soa-included = medtaget
soa-implemented = implementeret (oplyst)
soa-assessed = vurderet
soa-responsible = ansvarlig
soa-evidence = dokumentation
soa-more = { $names } og { $count } til
soa-reasons = Begrundelser for medtagne foranstaltninger
soa-excluded = Fravalgt
soa-excluded-below = Fravalgt af enkelte enheder under
soa-ended = Fravalg, der er udløbet
soa-exclusion = { $requirement } af { $entity }: { $reason } ({ $class }; godkendt af { $approver }, gælder til og med { $review_by })
soa-marks = Bemærk
soa-missing = Mangler
soa-sign-off = Godkendelse
soa-nobody = ikke oplyst
soa-prepared = udarbejdet
soa-reviewed = gennemgået
soa-approved = godkendt
soa-status-draft = udkast
soa-status-final = endelig
soa-signed = { $by }, { $on }
class-no-such-activity = ingen sådan aktivitet
class-no-such-asset = intet sådant at beskytte
class-legal-condition = lovens betingelse er opfyldt
state-partly-assessed = delvist vurderet
state-not-applicable = ikke relevant
missing-why = begrundelse for at medtage
missing-implemented = om den er implementeret
missing-responsible = ansvarlig
mark-implemented-not-assessed = siges at være implementeret, men intet er vurderet
mark-implemented-outdated = siges at være implementeret, men dokumentationen er forældet
mark-implemented-partly-assessed = siges at være implementeret, men er ikke vurderet overalt
mark-implemented-below-norm = siges at være implementeret, men det underbyggede er under normen
mark-not-implemented-at-norm = siges ikke at være implementeret, men det underbyggede når normen
mark-excluded-implemented = er fravalgt og siges dog at være implementeret
mark-excluded-with-statement = er fravalgt, men der står en begrundelse for at medtage den
mark-excluded-everywhere-below = er medtaget, men fravalgt alle steder, hvor den kunne gælde
mark-exclusion-ended = fravalget er udløbet: den er medtaget igen
mark-unsigned = Ingen har skrevet under på vurderingen.
mark-draft = Vurderingen er et udkast.
mark-signed-for-another-day = Underskrifterne gælder vurderingen på en anden dato end denne.

## Kommandoen: catalogue diff

diff-head = { $catalogue }: udgave { $before } → udgave { $after }
diff-beside = set sammen med { $catalogues }
diff-equal = intet er ændret
diff-same-digest = fingeraftrykket er det samme: ingen score kan flytte sig
diff-same-edition = indholdet er et andet, men udgaven hedder det samme: giv den et nyt navn
diff-moving = Ændringer, der kan flytte en score
diff-still = Ændringer, der ingen score flytter
diff-texts = Tekster: de flytter ingen score
diff-touched = Scorer, der kan flytte sig
diff-reach = { $requirements } krav, { $objectives } mål
effect-none = flytter ingen score
effect-lowers = kan kun sænke
effect-raises = kan kun hæve
effect-either = kan både sænke og hæve
change-edition-changed = udgave { $before } → { $after }
change-base-added = bygger nu på { $base }
change-base-removed = bygger ikke længere på { $base }
change-source-changed = kilden { $source }: { $before } → { $after }
change-default-norm-changed = normen for mål uden egen norm: { $before } → { $after }
change-requirement-added = nyt krav: { $requirement }
change-requirement-removed = kravet { $requirement } er udgået
change-target-changed = { $requirement }: modenhedsniveauet, der tæller som 100 %: { $before } → { $after }
change-composite-changed = { $after ->
    [true] { $requirement } har ikke længere egen dokumentation: det er netop det, det kræver
   *[other] { $requirement } har nu sin egen dokumentation og er ikke længere blot det, det kræver
}
change-excludable-changed = { $requirement }: kan fravælges: { $before } → { $after }
change-part-changed = { $requirement }: kapitel, tema eller princip: { $before } → { $after }
change-area-changed = { $requirement }: opfølgningsområde: { $before } → { $after }
change-group-changed = { $requirement }: arbejdsgruppe: { $before } → { $after }
change-attribute-changed = { $requirement }: attributten { $attribute }: { $before } → { $after }
change-citation-changed = { $requirement }: kildested: { $before } → { $after }
change-edge-added = ny afhængighed: { $requirement } { $after } { $on }
change-edge-removed = afhængighed fjernet: { $requirement } { $before } { $on }
change-edge-turned = afhængighed ændret: { $requirement } { $before } → { $after } { $on }
change-edge-lost = { $requirement } { $relation } { $on }, som er udgået: de to kataloger kan ikke bruges sammen
change-objective-added = nyt mål: { $objective }
change-objective-removed = målet { $objective } er udgået
change-member-added = målet { $objective }: { $requirement } tæller nu med
change-member-removed = målet { $objective }: { $requirement } tæller ikke længere med
change-weight-changed = målet { $objective }: vægten af { $requirement }: { $before } → { $after }
change-critical-added = målet { $objective }: { $requirement } er nu kritisk
change-critical-removed = målet { $objective }: { $requirement } er ikke længere kritisk
change-norm-changed = målet { $objective }: normen: { $before } → { $after }; kun listen under normen kan ændre sig
change-family-changed = målet { $objective }: slags: { $before } → { $after }
change-selection-changed = målet { $objective } nævner sine krav på en anden måde; de er de samme
change-texts-added = nu med tekster på { $language }
change-texts-removed = ikke længere med tekster på { $language }
change-title-changed = { $of } ({ $language }): titlen: { $before } → { $after }
change-text-changed = { $of } ({ $language }): teksten { $field }

## Kommandoen: verify og catalogue

verify-difference = { $file } #{ $number } { $pointer }: ventede { $expected }, fandt { $found }
verify-more = { $file } #{ $number }: { $count } forskelle mere
verify-equal = ens: hvert tal følger af vurderingen
verify-needs-input = { $file } er et resultat: angiv dets vurdering med --input
lint-count = { $catalogue }: { $errors } fejl, { $warnings ->
    [one] 1 advarsel
   *[other] { $warnings } advarsler
}, { $infos ->
    [one] 1 note
   *[other] { $infos } noter
}
name-ambiguous = `{ $name }` kan betyde { $meanings }: skriv det med dets rammeværk
entity-unknown = der er ingen enhed `{ $name }`: der er { $known }
unknown-schema = der er intet skema `{ $name }`: der er { $known }
cannot-write = der kan ikke skrives: { $detail }
cannot-read = { $file } kan ikke læses: { $detail }
not-utf8 = { $file } er ikke tekst i UTF-8: byte { $detail } er den første, der ikke er det
workbook-for-text = { $file } er et regneark: Læs det først med pejling sheet read { $file } -o vurdering.json

## Kommandoen: migrate

part-of-merged = { $merged } blev samlet af { $count } foranstaltninger i den tidligere udgave og er ikke bedre end den svageste af dem; denne del var { $earlier }.
transitional-note = ISO/IEC 27001:2022 på vej fra 2013-udgaven: en foranstaltning, der blev samlet af flere, består af dem, én del for hver, og er så meget værd som sin svageste del. Alt andet er som i den gældende udgave.
migrate-head = { $from } { $from_edition } → { $to } { $to_edition }
migrate-before = før
migrate-after = efter
migrate-rule = En foranstaltning med én forgænger beholder det, den scorer på sin egen dokumentation; det, den hviler på i den nye udgave, kan holde den tilbage.
migrate-decide = Skal afgøres ({ $count })
migrate-merged = Samlede foranstaltninger ({ $count }): hver er så meget værd som sin svageste del, og dokumentationen hører til delene
migrate-new = Nye, og ikke vurderet ({ $count })
migrate-draft = Underskrifterne gjaldt den tidligere vurdering: den nye er et udkast.
migrate-written = skrevet til { $file }
list-control-statements = udsagn om foranstaltninger
list-dissent = afvigende vurderinger
list-evidence = dokumentation
list-exclusions = fravalg
list-measures = tiltag
list-services = tjenester
outcome-untouched = uændret
outcome-renamed = nyt nummer
outcome-in-part = i en del
outcome-divided = delt ud
outcome-joined = samlet
outcome-to-decide = skal afgøres
decide-statements-differ = { $requirement }: delene siger noget forskelligt, eller nogle af dem intet; skriv ét udsagn for foranstaltningen
decide-applies-in-part = { $requirement } hos { $entity }: nogle dele er ikke relevante, og andre er; skriv i SoA-dokumentet, hvad det betyder
decide-measure-of-several = { $requirement }: tiltaget { $measure } har flere efterfølgere at gå til og er ikke ført videre; afgør, hvilken det gælder, og til hvilken pris

graph-title = { $framework }: hvad hviler på hvad
graph-title-around = { $framework }: det, der er højst to skridt under eller over { $requirement }
graph-description = Udgave { $edition }: { $requirements ->
    [one] 1 krav
   *[other] { $requirements } krav
}{ $others ->
    [0] {""}
    [one] {" "}og 1 fra andre kataloger
   *[other] {" "}og { $others } fra andre kataloger
}. Linjer: { $requires } krævede, { $supports } støttende. Hver pil peger på det, der hviles på: mod højre, og kun mod venstre, hvor krav hviler på hinanden i ring.
graph-requires = kræver: det er ikke mere værd end det, pilen peger på
graph-supported-by = støttes af: det er svagere uden det, pilen peger på
graph-together = linjer til samme krav løber sammen; under markøren viser et felt sine linjer og en linje sin begrundelse
graph-own = et krav i dette katalog; hvert bånd er en del af det
graph-other = et krav i et andet katalog, nævnt med sit rammeværk

## Advarsler i et resultat

assurance-lowered = { $evidence }: tæller som { $counted }, ikke som { $claimed }: { $reason }
reason-kind = dens art kan ikke bære mere
reason-untraceable = den siger ikke både, hvem der undersøgte, og hvor registreringen findes
evidence-in-the-future = { $evidence } er dateret { $date }, efter vurderingsdatoen, og tæller ikke
closing-not-confirmed = { $evidence } siger, at { $finding } er udbedret, hvilket ikke er bekræftet: { $reason }
reason-nothing-wrong = der var ingen mangel
reason-not-later = det nye eftersyn er ikke senere
reason-less-sure = det nye eftersyn er mindre sikkert end anmærkningen
reason-too-narrow = der er set på mindre, end der var mangler
reason-other-requirement = det hører til et andet krav
reason-in-the-future = en af dem ligger efter vurderingsdatoen
reason-never-together = ingen enhed er omfattet af begge
exclusion-void = fravalget af { $requirement } for { $entity } udløb { $review_by }: dokumentationen tæller igen
evidence-not-counted = { $evidence } hører til { $requirement }, som ikke er relevant for { $entity }{ $entities ->
    [one] {""}
   *[other] {" "}og andre ({ $entities } i alt)
}; den bevares og tæller ikke

## Læsning

did-you-mean = Mente du `{ $suggestion }`?
too-long = teksten fylder { $bytes } byte, og højst { $limit } læses
    .help = Del den, eller hæv grænsen dér, hvor biblioteket er indlejret.
too-deep = lister og objekter står for dybt inden i hinanden
    .help = Intet dokument her er så dybt: se efter, om det er den rigtige fil.
too-many = { $count } indgange, og højst { $limit } læses
    .help = Del dokumentet, eller hæv grænsen dér, hvor biblioteket er indlejret.
json-empty = her står ingenting
    .help = Se efter, om det er den rigtige fil.
json-ends-early = teksten slutter midt i et dokument ({ $detail })
    .help = Filen er formentlig afkortet: gem eller send den igen.
not-json = dette er ikke JSON ({ $detail })
    .help = Ret det, der står her, eller se efter, om det er den rigtige fil.
not-toml = dette er ikke TOML ({ $detail })
    .help = Ret det, der står her, eller se efter, om det er den rigtige fil.
wrong-kind = her står { $found ->
    [null] ingenting (null)
    [bool] sandt eller falsk
    [number] et tal
    [text] tekst
    [list] en liste
   *[object] et objekt
}, og der skal stå { $expected ->
    [object] et objekt
    [list] en liste
    [bool] true eller false
    [text] tekst i anførselstegn
    [whole-number] et helt tal
   *[decimal] et tal eller tekst som "97.5"
}
duplicate-key = `{ $field }` står to gange
    .help = Slet den ene.
unknown-field = der er intet felt `{ $field }` her
    .help = Slet det, eller skriv det som dokumenteret.
missing-field = `{ $field }` mangler
    .help = Tilføj det.
wrong-format = dette kalder sig `{ $found }`, og der skal bruges `{ $expected }`
    .help = Se efter, om det er den rigtige fil; et senere format kræver en senere udgave af programmet.
unknown-name = `{ $name }` er ingen af: { $known }
text-too-long = teksten har mere end { $limit } tegn
    .help = Forkort den, og henvis til et dokument i stedet.
text-not-plain = teksten har styretegn
    .help = Slet dem: der er kun brug for bogstaver, cifre, tegn, tabulatorer og linjeskift.
not-a-whole-number = `{ $text }` er ikke et helt tal fra 0 til { $most }
not-a-decimal = `{ $text }` er ikke et almindeligt decimaltal
    .help = Skriv det som 97.5: cifre og ét punktum, uden eksponent, fortegn eller skilletegn.
too-many-digits = `{ $text }` har mere end 28 cifre
    .help = Kun to decimaler tæller.
percent-out-of-range = { $value } ligger ikke mellem 0 og 100
not-a-date = `{ $text }` er ikke en dag
    .help = Skriv år, måned og dag for en dag, der findes, på formen 2026-06-30.
weight-out-of-range = vægten { $weight } ligger ikke mellem 1 og { $most }
id-empty = et navn er tomt
id-too-long = navnet `{ $id }…` er længere end { $limit } tegn
id-character = navnet `{ $id }` har et tegn, som det ikke må have ({ $found })
    .help = Navne har bogstaverne a-z, cifre, punktum, bindestreg og understreg.
id-without-framework = `{ $id }` nævner ikke sit rammeværk
    .help = Skriv det som iso27001-2022:{ $id }.

## Vurderinger

no-date = der er ingen vurderingsdato
    .help = Angiv en med --as-of, eller som `as_of` i dokumentet.
no-catalogue = der er ikke angivet noget katalog
    .help = Angiv mindst ét af { $known } med dets udgave.
unknown-catalogue = der er intet katalog `{ $catalogue }`: der er { $known }
    .help = Læg et af dine egne over dem med --overlay.
different-catalogues = { $before } og { $after } er to forskellige kataloger
    .help = Sammenlign to udgaver af det samme katalog.
soa-without-iso = et SoA-dokument er om { $framework }, og vurderingen nævner kun { $named }
    .help = Nævn { $framework } under `catalogues`: SoA-dokumentet består af foranstaltningerne i dets bilag A.
unknown-edition = der er ingen udgave `{ $edition }` af `{ $catalogue }`: der er { $known }
unknown-organisation = organisationen `{ $organisation }` er ingen af enhederne
organisation-not-root = organisationen `{ $organisation }` er en del af `{ $parent }`
    .help = Angiv den øverste enhed som organisation.
duplicate-entity = enheden `{ $entity }` står to gange
unknown-parent = `{ $entity }` er en del af `{ $parent }`, som ikke er blandt enhederne
entity-cycle = `{ $entity }` er en del af sig selv, direkte eller gennem andre
entity-too-deep = `{ $entity }` står mere end 32 niveauer nede
serves-unknown-entity = `{ $service }` betjener `{ $entity }`, som ikke er blandt enhederne
serves-itself = `{ $service }` betjener `{ $entity }`, hvor dens dokumentation tæller i forvejen
    .help = Slet tjenesten: dokumentation gælder for alt nedenunder.
duplicate-service = `{ $service }` betjener `{ $entity }` for { $requirement } to gange
unknown-requirement = { $requirement } er i ingen af de kataloger, som vurderingen angiver
evidence-on-composite = { $requirement } er sammensat af andre og har ingen egen dokumentation
    .help = Knyt dokumentationen til delene: pejling catalogue show { $requirement } viser dem.
unknown-entity = `{ $entity }` er ikke blandt enhederne
duplicate-evidence = dokumentationen `{ $evidence }` står to gange
    .help = Giv hvert stykke dokumentation sit eget navn.
date-too-early = { $date } ligger før 1900
nothing-examined = der er ikke set på noget
    .help = En andel og et antal undersøgte er mere end ingenting; slet indgangen, hvis ingen så efter.
level-out-of-range = niveauet { $level } er over 5
counts-disagree = { $ok } i orden af { $examined } undersøgte af { $population } kan ikke passe
    .help = Det, der er i orden, er højst det undersøgte, og det er højst hele populationen.
valid-days-out-of-range = { $valid_days } dages gyldighed: arten { $kind } kan angive 1 til { $longest }
finding-missing = `{ $evidence }` siger intet om, hvad der blev fundet
    .help = Tilføj `result`, eller `level`, eller `population`, `examined` og `ok`.
finding-twice = `{ $evidence }` siger på to måder, hvad der blev fundet
    .help = Behold én af `result`, `level`, eller `population` med `examined` og `ok`.
selection-without-counts = `{ $evidence }` siger, hvordan der blev udvalgt, og tæller intet
    .help = Tilføj `population`, `examined` og `ok`, eller slet `selection`.
share-with-counts = `{ $evidence }` tæller og angiver også en andel
    .help = Slet `share`: den følger af tallene.
closes-unknown = `{ $evidence }` lukker `{ $finding }`, som ikke er blandt dokumentationen
closes-itself = `{ $evidence }` lukker sig selv
not-excludable = { $requirement } kan aldrig fravælges
    .help = Slet fravalget: kravet tæller med den dokumentation, der er.
exclusion-needs-condition = { $requirement } kan kun fravælges, når lovens betingelse er opfyldt
    .help = Skriv klassen `legal_condition`, hvis den er: pejling catalogue show { $requirement } viser betingelsen.
exclusion-without-condition = { $requirement } har ingen betingelse i loven
    .help = Vælg `no_such_activity` eller `no_such_asset`.
exclusion-without-reason = fravalget af { $requirement } har ingen begrundelse
    .help = Et fravalg uden begrundelse er ikke et fravalg: skriv, hvorfor kravet ikke er relevant.
exclusion-without-approver = fravalget af { $requirement } siger ikke, hvem der godkendte det
    .help = Skriv, hvem der godkendte det.
duplicate-exclusion = { $requirement } er fravalgt for `{ $entity }` to gange
duplicate-measure = tiltaget `{ $measure }` står to gange
duplicate-statement = { $requirement } står to gange i SoA-dokumentet
final-without-approval = vurderingen er endelig, og ingen har godkendt den
    .help = Tilføj `approved`, eller lad den være en kladde.
dpo-statement-empty = udtalelsen fra databeskyttelsesrådgiveren er tom, eller der står ikke, hvem den er fra
    .help = Skriv både `by` og `text`, eller udelad `dpo_statement`: så siger rapporterne, at der ingen er.

## Kataloger

duplicate-framework = rammeværket `{ $framework }` står to gange
unknown-base = `{ $framework }` bygger på `{ $base }`, som ikke er indlæst
    .help = Angiv også `{ $base }`.
framework-cycle = `{ $framework }` bygger på sig selv, direkte eller gennem andre
duplicate-requirement = kravet { $requirement } står to gange
foreign-requirement = { $requirement } hører ikke til `{ $framework }`
unknown-dependency = { $requirement } hviler på { $missing }, som ikke er i noget indlæst katalog
dependency-not-built-on = { $requirement } hviler på { $dependency }, hvis rammeværk kravets eget ikke bygger på
    .help = Føj rammeværket til `builds_on`.
self-dependency = { $requirement } hviler på sig selv
duplicate-dependency = { $requirement } hviler på { $dependency } to gange
composite-without-parts = { $requirement } er sammensat og har ingen del med egen dokumentation
composite-with-target = { $requirement } er sammensat og har et målniveau, som kun dokumentation kan nå
composite-excludable = { $requirement } er sammensat og siger, at det kan fravælges
    .help = Slet det: det falder bort, når alle dele gør.
target-out-of-range = målniveauet { $level } ligger ikke mellem 1 og 5
unknown-source = der er ingen kilde `{ $source }`
duplicate-objective = målet { $objective } står to gange
foreign-objective = { $objective } hører ikke til `{ $framework }`
objective-named-as-requirement = { $objective } hedder det samme som et krav
objective-without-members = { $objective } har ingen krav
member-of-another-framework = { $member } hører til et andet rammeværk end { $objective }: ingen score går på tværs
unknown-member = { $objective } omfatter { $member }, som ikke findes
duplicate-member = { $objective } omfatter { $member } to gange
weight-of-no-member = { $objective } vægter { $member }, som det ikke omfatter
critical-not-member = { $critical } er kritisk for { $objective } og ikke omfattet af det
duplicate-critical = { $critical } er kritisk for { $objective } to gange
empty-norm = normen for { $objective } er N, som alt opfylder
catalogue-name-taken = der er allerede et katalog `{ $catalogue }`
    .help = Giv dit eget katalog sit eget navn: det føjer til de andre og erstatter ingen.
texts-of-another = disse tekster hører til `{ $found }`, ikke til `{ $expected }`
circle = { $count } krav hviler på hinanden i ring: { $members }. { $reason }
circle-unexplained = { $language }: disse hviler på hinanden i ring, uden at det er begrundet: { $members }
circle-of-nothing = { $language }: der er en begrundelse for en ring, som ikke findes: { $members }
dependencies-denied = { $language }: der står, at intet hviler på noget her, men der er { $count } afhængigheder
root-unexplained = { $language }: { $requirement } hviler ikke på noget og siger ikke hvorfor
root-rests = { $language }: { $requirement } siger, hvorfor det ikke hviler på noget, men det hviler på noget
out-of-reach = { $objective } når ikke ad sine afhængigheder til { $kind ->
    [technical] et teknisk
    [organisational] et organisatorisk
   *[legal] et juridisk
} krav
keystones = flest krav hviler på: { $requirements }
reference-to-nothing = { $reference } nævner { $requirement }, som ikke findes
reference-overlap = { $reference }: { $shared } afhængigheder nævnes dér; af vores øvrige er { $judged } mellem krav, som den omtaler, og { $beyond } til eller fra andre; af det, som den nævner, og vi ikke har, nås { $longer } ad andre afhængigheder, og { $apart } hører sammen, uden at det ene hviler på det andet
guide-missing = { $language }: vejledningen til { $of } mangler { $field }
guide-length = { $language }: { $field } i vejledningen til { $of } er for kort eller for lang
guide-of-composite = { $language }: { $of } er det, det består af, og skal ikke have { $field } selv
guide-unknown-kind = { $language }: vejledningen til { $of } nævner en slags dokumentation, som ikke findes: { $field }
guide-without-independent = { $language }: vejledningen til { $of } nævner ingen slags dokumentation, der kan være uafhængig
guide-of-nothing = { $language }: der er en vejledning til { $of }, som ikke findes
guide-untranslated = { $field } i vejledningen til { $of } er ens på begge sprog
guide-in-one-language-only = { $field } i vejledningen til { $of } findes kun på ét sprog
guide-in-one-language = der er kun en vejledning på ét sprog
requirement-without = { $requirement } har ingen { $field }
no-framework-objective = der er intet mål for hele rammeværket
no-texts = der er ingen tekster på sproget { $language }
title-missing = { $language }: { $of } har ingen titel
title-source-missing = { $language }: { $of } har en arbejdsoverskrift og siger ikke, hvor temaet står
reason-missing = { $language }: { $of } { $other } har ingen begrundelse
reason-of-nothing = { $language }: der er en begrundelse for { $of } { $other }, som ikke findes
reason-untranslated = begrundelsen for { $of } { $other } er den samme på begge sprog
condition-missing = { $language }: { $of } kan fravælges på en betingelse, som ikke er nævnt
condition-superfluous = { $language }: { $of } har en betingelse og kan ikke fravælges på nogen
text-of-nothing = { $language }: der er tekster til { $of }, som ikke findes

## Kald og vektorer

unknown-operation = der er ingen operation `{ $name }`: der er { $known }
unknown-name-to-explain = intet hedder `{ $name }`
    .help = Angiv et krav eller et mål med dets rammeværk, som iso27001-2022:A.8.15.
not-in-graph = afhængighedsgrafen for `{ $catalogue }` har intet krav `{ $name }`
    .help = pejling catalogue show { $catalogue } viser dem.
too-much-to-draw = en tegning med { $count } felter og linjestykker er mere, end nogen kan læse: der tegnes højst { $limit }
    .help = Tegn det, der er omkring ét krav, eller lad Graphviz tegne DOT.
not-a-vector = her er ingen vektor: den har `model` og `expected`
vector-name = `{ $name }` kan ikke være navnet på noget i en vektor
nothing-to-migrate = denne vurdering er ikke op mod { $catalogue }, men op mod { $named }
    .help = Kun en vurdering op mod { $catalogue } kan føres videre til den næste udgave.
both-editions = denne vurdering er op mod { $earlier } og taler også om { $later }
    .help = Behold kun { $earlier }, og lad overgangen bringe { $later }; tilføj derefter det nye.

## Hvad der kan gøres

what-if-head = Hvad hvis: { $entity }, { $date }
what-if-lift = { $requirement } scorer { $own } ved egen dokumentation: { $entity }
what-if-evidence = dokumentation: { $names }
what-if-whole = { $objective } går fra { $before } til { $after } ({ $change })
what-if-sentence = { $told }. I alt flytter { $count ->
    [one] ét tal sig
   *[other] { $count } tal sig
}.
what-if-no-whole = Ingen rammes underbyggede score flytter sig; det gør { $count ->
    [one] ét andet tal
   *[other] { $count } andre tal
}.
what-if-nothing = Intet tal flytter sig: noget andet holder det hele tilbage, eller det er allerede lige så godt.
what-if-below = Noget flytter sig hos: { $entities }
before = før
after = efter
change = ændring
change-declared = oplyst
change-possible = muligt
through = gennem
through-via = { $cause } via { $via }
gains-head = Gevinster: { $objective }, { $entity }, { $date }
gains-sentence = { $objective } ville gå fra { $before } til { $after } { $count ->
    [one] alene ved { $of }: intet andet giver så meget for sig selv
   *[other] ved disse { $count } tilsammen: { $of }
}.
gains-nothing = Intet af det foreslåede flytter { $objective }: scoren er { $score }.
gains-measures = Vurderingens tiltag, hvert for sig
gains-requirements = Krav, hvert for sig på 100
gains-bundles = Det, der giver mere tilsammen end hver for sig
gains-keystones = Nøglesten: hvad det meste holdes tilbage af, i point over alle mål
gains-nothing-alone = { $count } giver intet alene.
gains-more = og { $count } til: --format json har alle
gain = gevinst
cost = pris
measure = tiltag
requirement = krav
held-back = holder tilbage
held-back-alone = heraf alene
plan-head = Plan: { $objective }, { $entity }, { $date }
plan-sentence = { $count ->
    [one] Ét tiltag
   *[other] { $count } tiltag
} til { $cost } bringer { $objective } fra { $before } til { $after }; alt på én gang ville give { $all }.
plan-nothing = Intet, der er råd til, bringer { $objective } over { $before }; alt på én gang ville give { $all }.
plan-reached = { $objective } er der allerede: { $before }.
plan-out-of-reach = Uden for rækkevidde: { $objective } er { $before }, og alt på én gang giver { $all }.
proof-exact = Intet andet valg er bedre: alle er prøvet eller udelukket.
proof-at-most = Der kan findes et bedre valg: intet bringer det over { $at_most }.
proof-at-least = Der kan findes et billigere valg: intet koster mindre end { $at_least }.
proof-out-of-reach = Selv det hele når ikke båndet.
plan-left-out = Ikke med i planen
plan-from-requirements = Lavet af krav, der hver tæller som et tiltag til prisen 1; vurderingens egne tiltag er ikke med.
fate-done = udført
fate-dropped = opgivet
fate-moves-nothing = flytter intet her
fate-not-taken = ikke med i det bedste valg, der blev fundet
fate-not-asked = holdt udenfor
status-proposed = foreslået
status-decided = besluttet
status-started = i gang
status-done = udført
status-dropped = opgivet
owner = ansvarlig
due = frist
overdue = overskredet siden { $due }
entity = enhed
step = nr.
status = status
supposed-in-the-future = dokumentationen `{ $evidence }` er dateret { $date }, efter vurderingsdatoen { $as_of }: den ville ikke tælle
    .help = Vurder pr. den dag eller senere med --as-of, eller giv dokumentationen en tidligere dato.
nothing-supposed = der er intet antaget
    .help = Sig, hvad der skulle gælde: --set A.8.15=100, eller --evidence med en fil.
objective-not-applicable = ingen del af `{ $objective }` er relevant for `{ $entity }`
    .help = Vælg et andet mål, eller en enhed, hvor noget af det er relevant.
budget-or-reach = en plan kræver enten et budget eller et bånd, der skal nås
    .help = Angiv ét af de to: et budget, fx 1000000, eller et bånd, der skal nås, fx L.
## Fremskrivning

forecast-nothing-left = Hvis ingen gør noget, forlader intet mål for { $entity } sit trin frem til { $until }; { $evidence ->
    [0] ingen dokumentation mister sin gyldighed
    [one] 1 stykke dokumentation mister sin gyldighed
   *[other] { $evidence } stykker dokumentation mister deres gyldighed
}.
forecast-left = Hvis ingen gør noget frem til { $until }, forlader { $count ->
    [one] 1 mål for { $entity } sit trin
   *[other] { $count } mål for { $entity } deres trin
}, først »{ $objective }« den { $date }: fra { $from } til { $to }.
forecast-worth-most = Mest er det værd at forny »{ $requirement }« for { $entity } senest { $due }: { $change } procentpoint i »{ $objective }«.
forecast-no-band = intet vurderet
forecast-change-lower = falder til
forecast-change-higher = stiger til
forecast-change-lost = mister sit trin
forecast-change-gained = får trinnet
forecast-change-applies = bliver relevant igen
forecast-change-not-applicable = er ikke længere relevant
forecast-requirements = Krav, der skifter trin ({ $count })
forecast-unchanged = { $count ->
    [one] 1 andet mål beholder sit trin
   *[other] { $count } andre mål beholder deres trin
}; alle tal: --format json
forecast-attributes = { $count ->
    [one] 1 mål for en attribut skifter også trin
   *[other] { $count } mål for attributter skifter også trin
}; se dem med --objective eller --format json
forecast-day = dag
forecast-what = hvad der sker
forecast-today = i dag
forecast-end = til sidst
forecast-kept = beholdes ved at forny { $names }{ $more ->
    [0] {""}
    [one] {" "}og 1 mere
   *[other] {" "}og { $more } mere
}
forecast-kept-head = sådan beholdes trinnet
forecast-kept-many = beholdes kun ved rigtig mange fornyelser tilsammen
forecast-kept-no = kan ikke beholdes ved fornyelser
forecast-renewals = Værd at forny: { $group } ({ $count }, den første senest { $due })
forecast-no-group = uden arbejdsgruppe
forecast-due = senest
forecast-times = gange
forecast-responsible = ansvarlig
forecast-worth = værdi
forecast-worth-line = { $change } i { $objective }
forecast-mends = regner med, at en åben anmærkning er udbedret
forecast-lapses = Dokumentation, der mister gyldighed ({ $count })
forecast-evidence = dokumentation
forecast-stale = ikke fuldt gyldig fra
forecast-worthless = intet værd fra
forecast-entity = enhed
forecast-requirement = krav
unknown-objective = der er intet mål `{ $objective }`
    .help = Angiv målet med dets rammeværk, som iso27001-2022:framework.
until-not-later = { $until } ligger ikke efter vurderingsdatoen { $as_of }
    .help = En fremskrivning går fra vurderingsdatoen til en senere dag.
until-too-late = { $until } ligger mere end { $days } dage efter vurderingsdatoen { $as_of }
    .help = Vælg en dag inden for ti år: efter seks år er ingen dokumentation noget værd.
## Afvigende vurderinger og CPR-numre

dissent-head = Afvigende vurderinger ({ $sign } står ved det, de angår)
dissent-line = { $sign } { $voice }: { $text } ({ $requirement }, { $entity })
voice-dpo = Databeskyttelsesrådgiver
voice-auditor = Revisor
possible-cpr-number = { $list } { $entry }, felt { $field }: her er noget, der ligner et CPR-nummer; fjern det, for ingen score har brug for det
## Kommandoen: compare

comparison-sentence = { $own } ved siden af { $others } pr. { $date }: underbygget ligger den over alle de andre i { $above }, blandt dem i { $within } og under dem alle i { $below } af { $objectives } mål; { $weak } krav er under normen, og { $taught } af dem opfylder nogen, der må nævnes, fuldt ud.
comparison-sentence-without = { $own } ved siden af { $others } pr. { $date }: der kan ikke siges noget om, hvor den ligger, fordi for lidt er vurderet, eller fordi det ville røbe en enkelt organisations tal; { $weak } krav er under normen, og { $taught } af dem opfylder nogen, der må nævnes, fuldt ud.
others-of = { $others } ({ $organisations ->
    [one] 1 organisation
   *[other] { $organisations } organisationer
})
others-region = { $count ->
    [one] 1 anden region
   *[other] { $count } andre regioner
}
others-hospital = { $count ->
    [one] 1 sygehus hos andre
   *[other] { $count } sygehuse hos andre
}
others-unit = { $count ->
    [one] 1 enhed hos andre
   *[other] { $count } enheder hos andre
}
others-system = { $count ->
    [one] 1 system hos andre
   *[other] { $count } systemer hos andre
}
others-project = { $count ->
    [one] 1 projekt hos andre
   *[other] { $count } projekter hos andre
}
others-supplier = { $count ->
    [one] 1 leverandør hos andre
   *[other] { $count } leverandører hos andre
}
others-platform = { $count ->
    [one] 1 platform hos andre
   *[other] { $count } platforme hos andre
}
comparison-everybody-consents = { $count ->
    [one] Den eneste anden organisation lader sine tal vise.
   *[other] Alle { $count } andre organisationer lader deres tal vise.
}
comparison-of-a-crowd = Af de { $count } andre organisationers tal vises det laveste, medianen og det højeste, men ikke hvis de er.
comparison-positions-only = Ikke alle { $count } andre organisationer lader deres tal vise: der står kun, om man ligger over, inden for eller under dem.
comparison-of-one = Den eneste anden organisation lader ikke sine tal vise: hvad der end stod her, ville røbe dem.
comparison-named = Disse lader sig nævne ved navn: { $names }
comparison-nobody = ingen
comparison-own = egne: underbygget / oplyst / muligt
comparison-n = n
comparison-lowest = laveste
comparison-median = median
comparison-highest = højeste
comparison-by-name = ved navn
comparison-nothing-said = siges ikke
position-above = over
position-within = inden for
position-below = under
comparison-order = Hvem ligger over hvem
comparison-too-many = Hver med hver ville blive for mange: højst { $limit } sættes i rækkefølge. Vælg en enkelt med --entity.
comparison-order-of = { $objective }: { $count ->
    [0] ingen oplyser andre vægte end katalogets
    [one] katalogets vægte og 1 oplyst vægtning
   *[other] katalogets vægte og { $count } oplyste vægtninger
}
order-by-members = { $above } over { $below }: mindst lige så god på hvert krav, både underbygget, oplyst og muligt
order-by-weights = { $above } over { $below }: under alle oplyste vægte
order-equal = { $above } og { $below }: lige
order-unranked = { $first } og { $second } kan ikke rangordnes: { $why }
unranked-different-members = det er ikke de samme krav, der er relevante
unranked-not-assessed = ikke begge er vurderet
unranked-less-assessed = den, der ville ligge over, mangler at besvare mere
unranked-each-ahead = hver er foran i noget
unranked-weights-disagree = hver er foran i noget, og de oplyste vægte er ikke enige
comparison-lessons = { $entity }: under normen ({ $count }), de svageste først, og hvem man kan lære af
lesson-named = { $who } opfylder det fuldt ud, med { $evidence }
lesson-others = { $count ->
    [0] ingen af dem, der ikke nævnes, opfylder det fuldt ud
    [one] 1 af dem, der ikke nævnes, opfylder det fuldt ud
   *[other] { $count } af dem, der ikke nævnes, opfylder det fuldt ud
}
lesson-nobody = ingen, der må nævnes, opfylder det fuldt ud
migrate-weightings = { $count ->
    [one] 1 vægtning gælder den tidligere udgave og er ikke ført videre.
   *[other] { $count } vægtninger gælder den tidligere udgave og er ikke ført videre.
}

## Sammenligning, og hvad den kræver af vurderinger

sharing-without-approver = ingen har godkendt, hvad andre må se
    .help = Skriv i `approved`, hvem der godkendte det, eller udelad `sharing`: så deles intet.
weighting-without-reason = vægtningen af { $objective } har ingen begrundelse
    .help = Skriv i `why`, hvad vægtene bygger på.
duplicate-weighting = { $objective } er vægtet to gange
duplicate-weight = vægtningen af { $objective } nævner { $member } to gange
nothing-to-compare = en sammenligning kræver mindst to vurderinger
    .help = Nævn først sin egen og derefter de andres.
unknown-own = ingen af vurderingerne er af `{ $organisation }`; de er af { $known }
organisation-twice = { $organisation } er her to gange
    .help = Udelad den ene: hver organisation tæller én gang.
catalogue-only-here = { $other } er ikke vurderet op mod { $catalogue }, og det er denne
    .help = Udelad kataloget her, eller få også { $other } vurderet op mod det.
catalogue-not-here = { $other } er vurderet op mod { $catalogue }, og det er denne ikke
    .help = Tilføj kataloget her, eller udelad det hos { $other }.
edition-not-common = denne er op mod udgave { $edition } af { $catalogue }, og { $other } er op mod { $other_edition }
    .help = Før først den ældste videre til den samme udgave.
digest-not-common = { $catalogue } { $edition } er ikke det samme katalog her ({ $digest }) og hos { $other } ({ $other_digest })
    .help = To kataloger har samme navn og udgave. Brug den samme fil til begge.
date-not-common = denne er pr. { $date }, og { $other } er pr. { $other_date }
    .help = Angiv én dato for alle med --as-of.
kind-missing = det står ikke, hvilken slags enhed { $entity } er
    .help = Skriv dens `kind` under `entities`: kun det, der er af samme slags, kan sammenlignes.
kind-not-common = { $entity } er af slagsen { $kind }, og det, der sammenlignes, er af slagsen { $level }
    .help = Vælg med --level, hvad de alle har.
no-entity-of-kind = her er ingen enhed af slagsen { $level }
    .help = Skriv dens `kind` under `entities`, eller udelad denne vurdering.
## Bro og opfølgning

bridge-sentence = { $entity }: { $moved }.
bridge-nothing = { $entity }: intet mål har en score i begge vurderinger.
bridge-across = På tværs af udgaver: { $catalogue } { $old } → { $new }; det, kataloget selv flyttede, står for sig.
bridge-fell = { $objective } faldt { $by } fra { $old } til { $new }
bridge-rose = { $objective } steg { $by } fra { $old } til { $new }
bridge-still = { $objective } står stille på { $new }
bridge-mostly = , mest fordi { $why } ({ $change })
bridge-against = , selv om { $why } ({ $change })
because-aged = dokumentation blev ældre
because-withdrawn = dokumentation blev trukket tilbage eller ændret
because-new = der kom ny dokumentation
because-closed = anmærkninger blev lukket
because-applicability = det ændrede sig, hvad der er relevant
because-entities = enheder eller deres vægte ændrede sig
because-catalogue = kataloget er et andet
bridge-head = Bro for { $entity }: fra { $old } til { $new } · metode { $method }
bridge-part = del
bridge-part-aged = dokumentation blev ældre
bridge-part-withdrawn = dokumentation trukket tilbage eller ændret
bridge-part-new = ny dokumentation
bridge-part-closed = anmærkninger lukket
bridge-part-applicability = relevans
bridge-part-entities = enheder og vægte
bridge-part-catalogue = katalog
bridge-before = pr. { $date }
bridge-change = ændring
bridge-numbers = Ændringer i procentpoint: underbygget / oplyst / muligt. Delene summerer præcist til hele ændringen.
bridge-steps = { $part }: { $change }
bridge-more-steps = … og { $count } mindre i samme del: { $change } i alt
bridge-unmoved = Desuden ændrede { $count } ting sig uden at flytte noget mål.
bridge-apart = Mål med en score i kun én af vurderingerne
apart-applies-no-more = { $objective }: { $score }; ingen af dets krav er længere relevante
apart-applied-not-before = { $objective }: { $score }; ingen af dets krav var relevante før
apart-no-more-in-catalogue = { $objective }: { $score }; den nye vurdering har ikke et katalog med dette mål
apart-not-in-catalogue-before = { $objective }: { $score }; den gamle vurdering havde ikke et katalog med dette mål
step-aged = { $evidence } af { $date } ({ $requirement }) blev ældre
step-withdrawn = { $evidence } ({ $requirement }, { $entities }) er ikke længere med
step-edited = { $evidence } ({ $requirement }, { $entities }) siger nu noget andet
step-new = { $evidence } af { $date } ({ $requirement }, { $entities }) er ny
step-closed = { $evidence } af { $date } ({ $requirement }, { $entities }) lukker { $findings }
step-excluded = { $requirement } er ikke længere relevant for { $entities }
step-included = { $requirement } er relevant igen for { $entities }: { $ended ->
    [true] fravalget er udløbet
   *[false] fravalget er opgivet
}
step-weighed = vægt: { $weights }
step-served = tjenester: { $services }
step-came = { $entities } er kommet til
step-moved = { $entities } er blevet en del af en anden enhed
step-left = { $entities } er ikke længere med
step-catalogue = kataloget er et andet
and-more = { $names } og { $count } til
bridge-backwards = den nye vurdering er af { $new } og den gamle af { $old }: en bro går frem i tid
    .help = Byt om på dem, eller angiv datoerne.
entity-no-more = `{ $entity }` er ikke med i vurderingen af { $date }: der er ingen score at bygge bro til
    .help = Vælg den enhed, som den er blevet en del af: broen dér viser, hvad det betød, at den forsvandt.
entity-not-before = `{ $entity }` var ikke med i vurderingen af { $date }: der er ingen score at bygge bro fra
    .help = Vælg den enhed, som den er en del af: broen dér viser, hvad det betød, at den kom til.
nothing-in-common = de to vurderinger har intet katalog til fælles: { $old } og { $new }
across-editions = { $catalogue } er ikke det samme i de to vurderinger: { $old } og { $new }
    .help = En bro går aldrig stiltiende på tværs af udgaver. Vis den alligevel med --across-editions (`across_editions`): så står det, kataloget flyttede, for sig.

## Kommandoen: follow-up

follow-up-sentence = { $entity }: af { $count ->
    [one] 1 tiltag
   *[other] { $count } tiltag
}, der var besluttet eller i gang { $date }, er { $done } udført, { $undocumented } meldt udført uden dokumentation, { $open } ikke udført, { $dropped } opgivet og { $unaccounted } ikke gjort rede for; { $overdue } er over fristen.
follow-up-none = { $entity }: ingen tiltag var besluttet eller i gang { $date }.
follow-up-head = Opfølgning for { $entity }: tiltag fra { $old }, fulgt op { $new } · metode { $method }
follow-up-done = udført
follow-up-done-without-evidence = meldt udført, ingen dokumentation
follow-up-open = ikke udført
follow-up-dropped = opgivet
follow-up-not-accounted-for = ikke gjort rede for
follow-up-measure = tiltag
follow-up-requirement = krav
follow-up-entity = enhed
follow-up-owner = ansvarlig
follow-up-due = frist
follow-up-outcome = status
follow-up-own = egen score
follow-up-expected = ventet
follow-up-effect = virkning
follow-up-overdue = over fristen
follow-up-overdue-head = Over fristen
follow-up-overdue-line = { $measure }: { $title } · { $owner } · frist { $due } · { $status }
follow-up-postponed = { $due } (før { $before })
follow-up-reading = Egen score er underbygget, før → nu, hos enheden selv; ventet er, hvad tiltaget skulle nå. Virkning er procentpoint af det underbyggede for hele rammeværket hos { $entity }.
follow-up-since = Besluttet eller foreslået siden
measure-proposed = foreslået
measure-decided = besluttet
measure-started = i gang
measure-done = udført
measure-dropped = opgivet
## Kommandoen: regions og merge

regions-on = { $count ->
    [one] Der er 1 region
   *[other] Der er { $count } regioner
} pr. { $date }.
regions-all = { $count ->
    [one] 1 region i registret
   *[other] { $count } regioner i registret
}, hver med den tid, den gælder.
region-slug = kortnavn
region-name = navn
region-code = kode
region-iso = ISO 3166-2
region-from = første dag
region-until = sidste dag
region-predecessors = forgængere
region-no-end = ingen slutdato
region-not-sourced = uden kilde
region-no-name = { $name } (intet navn på engelsk med kilde)
region-sources = Kilder
merge-and = { $before } og { $last }
merge-part = { $part } (vægt { $weight })
merge-computed = Beregnet, som om de var lagt sammen: { $successor } begynder først { $begins }. Tallene pr. { $date } er det vægtede gennemsnit af { $parts }, og den svageste står ved siden af.
merge-merged = { $successor } begynder { $begins } og samler { $parts }: { $entities ->
    [one] 1 enhed
   *[other] { $entities } enheder
} og { $evidence ->
    [one] 1 stykke dokumentation
   *[other] { $evidence } stykker dokumentation
} er ført videre, hver med sin oprindelse. Tallene er pr. { $date }.
merge-not-in-register = { $successor } står ikke i registret over regioner.
merge-not-known = Registret over regioner kender ikke { $parts } som forgænger for { $successor }.
merge-missing = Registret nævner også { $parts } som forgænger for { $successor }: før alle er med, er tallene kun for en del af regionen.
merge-computed-head = beregnet: { $successor }
merge-weakest-part = svageste af dem
merge-weakest-leaf = svageste led
merge-legend = Tallene er det, der er underbygget. Trin: { $bands }. --format json viser også det oplyste og det mulige.
merge-series = Tidsserier: hver for sig, og ingen linje fra den ene til den anden
merge-series-of = tal for
merge-not-said = ikke oplyst
merge-regions = { $before } regioner dagen før og { $after } fra { $begins }: et gennemsnit af { $before } kan ikke sammenlignes med et af { $after }.
merge-account = Ført videre
merge-renamed = Samme navn i flere vurderinger ({ $count }): organisationen er nu en del af navnet. Er de én og samme, som en fælles platform, er det mennesker, der afgør det.
merge-renamed-line = { $from }: { $id } → { $to }
merge-decide = Skal afgøres ({ $count }): udsagn om foranstaltninger, som ikke alle siger ens
merge-decide-line = { $requirement } { $title }: sagt af { $parts }; skriv ét udsagn for { $successor }
merge-draft = Den samlede vurdering er et udkast: underskrifter, noter om, hvad en vurdering dækker, og udtalelser fra databeskyttelsesrådgivere bliver i de enkelte vurderinger.
merge-unwritten = intet er skrevet: -o FIL skriver den samlede vurdering
merge-written = skrevet til { $file }
merge-past = { $successor } begynder { $begins } og har ingen vurdering pr. { $date }: tal, som om de var lagt sammen, vises uden -o; angiv ellers --as-of { $begins } eller senere
merge-over-input = { $file } er en af de vurderinger, der lægges sammen: vælg et andet navn, for forgængernes historie skrives aldrig om
list-entities = enheder

## Regioner og sammenlægning

unknown-region = registret over regioner kender ingen `{ $region }`: der er { $known }
    .help = pejling regions viser dem alle.
merge-needs-two = en sammenlægning kræver mindst to vurderinger, og her er { $count }
    .help = Angiv én vurdering for hver organisation.
merge-same-organisation = `{ $organisation }` har mere end én vurdering her
    .help = Angiv én vurdering for hver organisation.
merge-into-part = `{ $organisation }` er selv en af dem, der lægges sammen
    .help = Giv efterfølgeren et navn, som ingen af dem har.
merge-weights-count = { $weights } vægte til { $assessments } vurderinger
    .help = Skriv én vægt for hver vurdering i samme rækkefølge, eller ingen: så tæller hver 1.
merge-unknown-region = registret over regioner kender ingen `{ $region }`
    .help = Er det ikke en af Danmarks regioner, så angiv den første dag: --from 2027-01-01 (from i call).
merge-begins = registret over regioner siger, at `{ $region }` begynder { $begins }, og ikke { $from }
    .help = Udelad den første dag.
merge-ended = `{ $region }` findes kun til og med { $until }, og ikke { $date }
    .help = Angiv en tidligere dato.
merge-dates-differ = vurderingerne er fra forskellige datoer: { $dates }
    .help = Angiv den fælles dato: --as-of (as_of i call).
merge-not-predecessor = `{ $organisation }` er en af Danmarks regioner og ingen forgænger for `{ $region }`, hvis forgængere er: { $predecessors ->
    [none] ingen
   *[other] { $predecessors }
}
    .help = Se efter, om det er den rigtige fil, og om efterfølgeren er den rigtige.
merge-catalogues-differ = { $catalogue }: `{ $organisation }` { $edition ->
    [none] er ikke vurderet efter det
   *[other] er vurderet efter udgave { $edition }
}, og `{ $other }` { $other_edition ->
    [none] er det ikke
   *[other] efter udgave { $other_edition }
}
    .help = Tal efter forskellige kataloger kan ikke lægges sammen: vurder alle efter samme udgave.

## Kommandoen serve, og HTTP

serve-listening = lytter på http://{ $address }; Ctrl-C slutter
serve-needs-proxy = andre kan nå { $address }, og serveren kender hverken TLS eller login: lyt på 127.0.0.1, eller sæt en proxy foran, som står for begge dele, og sig det med --behind-proxy (docs/http.md)
serve-cannot-listen = der kan ikke lyttes på { $address }: { $detail }
foreign-host = forespørgslen kalder serveren noget andet end dens egen adresse
    .help = Spørg localhost eller 127.0.0.1, med porten. Bag en proxy startes serveren med --behind-proxy.
foreign-origin = en side fra et andet sted må ikke spørge denne server
    .help = Spørg fra et program, eller fra serverens egen side.
unknown-path = der er intet på `{ $path }`
    .help = /openapi.json viser, hvad der er.
wrong-method = denne sti er ikke til { $method }
    .help = Headeren Allow siger, hvad den er til: operationer spørges med POST.
body-not-json = det sendte siges ikke at være JSON, eller det er komprimeret
    .help = Send det, som det er, med headeren Content-Type: application/json.
body-too-large = det sendte har mere end { $limit } bytes
    .help = Del det, eller start serveren med en højere --most-bytes.
too-slow = der er intet svar efter { $seconds } sekunder
    .help = Spørg om mindre ad gangen, eller start serveren med en højere --most-seconds.
too-many-requests = for mange forespørgsler venter allerede
    .help = Spørg igen om lidt. --at-once siger, hvor mange der beregnes ad gangen.
answer-unchanged = svaret er det, som If-None-Match nævner
