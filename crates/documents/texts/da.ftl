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
supported-by = støttes af
at-most = tillader højst
at-trust = à
binds = binder
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
kind-statement = erklæring
kind-document = dokument
kind-agreement = aftale
kind-risk-assessment = risikovurdering
kind-awareness = awareness-registrering
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
excludable-on-condition = kun på dets betingelse
excludable-freely = ja, med begrundelse og godkendelse
attribute-control-type = foranstaltningstype
attribute-infosec-properties = informationssikkerhedsegenskaber
attribute-cybersecurity-concepts = cybersikkerhedsbegreber
attribute-operational-capabilities = operationelle kapabiliteter
attribute-security-domains = sikkerhedsdomæner
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
title-status = titel
excludable = kan fravælges
condition = betingelse
rests-on = Hviler på
carries = Bærer

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
explain-cause = { $cause }: egen score { $own }, { $steps } støttende trin væk ({ $path })
explain-alone = løftes det, hjælper det; så længe det står, hjælper intet andet
explain-together = løftes de alle, hjælper det; så længe ét af dem står, hjælper intet andet
explain-objective = { $score } (underbygget / oplyst / muligt): { $band }; { $assessed } af { $applicable } krav vurderet
explain-mean = { $points } point / { $weight } = { $mean }
explain-critical = kritisk: { $critical } tillader højst { $cap }
explain-bar = Søjlen i vægtede point
explain-consolidated = { $score } (underbygget / oplyst / muligt): { $band }; { $assessed } af { $applicable } enheder vurderet
explain-weakest = svageste led: { $entity } med { $score }
explain-not-assessed = ikke vurderet hos: { $entities }
explain-deeper = vælg en af dem med --entity for at se dens dokumentation

## Kommandoen: verify og catalogue

verify-difference = { $file } #{ $number } { $pointer }: ventede { $expected }, fandt { $found }
verify-more = { $file } #{ $number }: { $count } forskelle mere
verify-equal = ens: hvert tal følger af vurderingen
verify-needs-input = { $file } er et resultat: angiv dets vurdering med --input
lint-count = { $catalogue }: { $errors } fejl, { $warnings } advarsler, { $infos } noter
name-unknown = intet hedder `{ $name }`
name-ambiguous = `{ $name }` kan betyde { $meanings }: skriv det med dets rammeværk
entity-unknown = der er ingen enhed `{ $name }`: der er { $known }
unknown-schema = der er intet skema `{ $name }`: der er { $known }
cannot-write = der kan ikke skrives: { $detail }
cannot-read = { $file } kan ikke læses: { $detail }
not-utf8 = { $file } er ikke tekst i UTF-8: byte { $detail } er den første, der ikke er det

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
weight-out-of-range = vægten { $weight } ligger ikke fra 1 til { $most }
id-empty = et navn er tomt
id-too-long = navnet `{ $id }…` er længere end { $limit } tegn
id-character = navnet `{ $id }` har et tegn, som det ikke må have ({ $found })
    .help = Navne har bogstaverne a-z, cifre, punktum, bindestreg og understreg.
id-without-framework = `{ $id }` siger ikke sit rammeværk
    .help = Skriv det som iso27001-2022:{ $id }.

## Vurderinger

no-date = der er ingen vurderingsdato
    .help = Angiv en med --as-of, eller som `as_of` i dokumentet.
no-catalogue = der er ikke angivet noget katalog
    .help = Angiv mindst ét af { $known } med dets udgave.
unknown-catalogue = der er intet katalog `{ $catalogue }`: der er { $known }
    .help = Læg et af dine egne over dem med --overlay.
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
duplicate-statement = der er to erklæringer om { $requirement }
final-without-approval = vurderingen er endelig, og ingen har godkendt den
    .help = Tilføj `approved`, eller lad den være en kladde.

## Kataloger

duplicate-framework = rammeværket `{ $framework }` står to gange
unknown-base = `{ $framework }` bygger på `{ $base }`, som ikke er indlæst
    .help = Angiv også `{ $base }`.
framework-cycle = `{ $framework }` bygger på sig selv, direkte eller gennem andre
duplicate-requirement = kravet { $requirement } står to gange
foreign-requirement = { $requirement } hører ikke til `{ $framework }`
unknown-dependency = { $requirement } hviler på { $missing }, som ikke er i noget indlæst katalog
dependency-not-built-on = { $requirement } hviler på { $dependency }, hvis rammeværk dets eget ikke bygger på
    .help = Føj rammeværket til `builds_on`.
self-dependency = { $requirement } hviler på sig selv
duplicate-dependency = { $requirement } hviler på { $dependency } to gange
composite-without-parts = { $requirement } er sammensat og har ingen del med egen dokumentation
composite-with-target = { $requirement } er sammensat og har et målniveau, som kun dokumentation kan nå
composite-excludable = { $requirement } er sammensat og siger, at det kan fravælges
    .help = Slet det: det falder bort, når alle dele gør.
target-out-of-range = målniveauet { $level } ligger ikke fra 1 til 5
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
circle = { $count } krav hviler på hinanden i ring: { $members }
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
