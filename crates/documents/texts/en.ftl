# Every text for people, in English. The Danish ones have the same keys and the same arguments: a test compares them.

## Words

substantiated = substantiated
declared = declared
possible = possible
band = band
band-N = not met
band-P = partly met
band-L = largely met
band-F = fully met
bar = bar
objective = objective
members-assessed = requirements assessed
entities-assessed = units begun
weakest = weakest link
weight = weight
score = score
members = Members
relation = relation
requires = requires
required-by = required by
supported-by = supported by
supports = supports
at-most = allows at most
at-trust = at
binds = binds
nothing = nothing
not-assessed = not assessed
not-applicable = not applicable
state-assessed = assessed
state-outdated = outdated
state-not-assessed = not assessed
part-substantiated = substantiated
part-held-back = held back by others
part-declared-only = declared only
part-unanswered = unanswered or outdated
part-known-wrong = known wrong
assurance-self = self-assessment
assurance-internal = internal control
assurance-independent = independent audit
kind-statement = statement
kind-document = document
kind-agreement = agreement
kind-risk-assessment = risk assessment
kind-awareness = awareness record
kind-log-review = log review
kind-exercise = exercise
kind-incident-review = incident review
kind-test = test
kind-audit = audit
kind-assurance-report = assurance report
kind-certificate = certificate
area-systems = systems
area-physical = physical security
area-law-and-contract = law and contract
area-staff-and-processes = staff and processes
group-it-and-cyber-security = IT and cyber security
group-law-and-contracts = law and contracts
group-organisation-and-management = organisation and management
group-data-protection-officers = data protection officers
family-framework = framework
family-chapter = chapter
family-theme = theme
family-principle = principle
family-area = follow-up area
family-group = working group
family-attribute = attribute
title-status-quoted = the source's own
title-status-ours = our words
title-status-working-heading = working heading
excludable-never = never
excludable-on-condition = only under its condition
excludable-freely = yes, with reason and approver
attribute-control-type = control type
attribute-infosec-properties = information security property
attribute-cybersecurity-concepts = cybersecurity concept
attribute-operational-capabilities = operational capability
attribute-security-domains = security domain
catalogue = catalogue
edition = edition
requirements = requirements
objectives = objectives
edges = edges
title = title
digest = digest
source = source
area = follow-up area
group = working group
title-status = wording of the title
excludable = may be excluded
condition = The condition for excluding it
rests-on = Rests on
view-head = { $view } ({ $edition }): { $entity }, { $date }
view-scale = Scale { $scale }: 4 is the norm, levels above it are not told apart.
view-numbers = Numbers: substantiated / declared / possible.
view-declared = The levels are of what is declared. What is substantiated: pejling score.
view-open = { $open ->
    [0] All { $count } requirements are answered.
   *[other] { $open } of { $count } requirements are still to be answered.
}
area-head = area
level = level
meets-norm = meets the norm
yes = yes
no = no
screening-head = Screening of { $entity }, { $date }: { $outcome }
screening-go = go
screening-conditions = go under conditions
screening-no = no
screening-stops = What stops it ({ $count })
screening-open = Conditions ({ $count })
screening-met = At the norm ({ $count })
screening-numbers = Numbers: substantiated / declared / possible. Declared decides, and what is known to be wrong.
screening-critical = critical
screening-unanswered = nobody answered
screening-measure = { $measure }: { $owner }, due { $due }
screening-needs = needs a measure with an owner and a date
screening-needs-before = needs a measure with an owner and a date before the start
nobody-said = nobody said
no-screening = the assessment does not name the catalogue `screening`
    .help = Add `"screening": "2026.1"` to `catalogues` and answer its questions for the project.
nothing-to-screen = no question of the screening applies to { $entity }
    .help = A screening in which nothing is answered is not go: look at the exclusions.
unknown-view = there is no view `{ $view }`; known: { $known }
view-needs-catalogue = the view { $view } looks at catalogues that the assessment does not name: { $missing }
    .help = Add them to `catalogues` with their edition.
asks = What it asks
why = Why it matters in a hospital
question = The question
counts-as-evidence = What counts as evidence
population = Draw samples from: { $units }
basis-ours = Our own judgement.
basis = Our judgement; the two are named together in { $source }.
view = view
areas = areas
left-out = Left out
minutes = { $count } min
unknown-requirement-or-catalogue = there is no catalogue or requirement `{ $name }`
    .help = `pejling catalogue list` names the catalogues, `pejling catalogue show CATALOGUE` its requirements.
ambiguous-requirement = `{ $name }` can mean { $meanings }
    .help = Write it with its framework, as { $example }.
carries = Carries
counts-in = Counts in the objectives
requirements-head = Requirements
objectives-head = Objectives

## The command: check and score

check-fine = { $file }: no faults; { $entities ->
    [one] 1 entity
   *[other] { $entities } entities
}, { $evidence ->
    [one] 1 evidence
   *[other] { $evidence } evidences
}, { $exclusions ->
    [one] 1 exclusion
   *[other] { $exclusions } exclusions
}
score-head = { $entity } · as of { $date } · method { $method }
what-holds-back = What holds back what
held-back-at = { $framework }, at { $entity }: { $points } weighted points are held back
held-back-by = by { $by }
warnings = Warnings ({ $count })
more-warnings = … and { $count } more of this kind: pejling check lists all
below-floor = { $objective }: { $reached }, and at least { $least } is asked for
exclusions = Not applicable ({ $count })
exclusion-line = { $requirement } for { $entity }: { $reason } (approved by { $approver }, review by { $review_by })
more-of-them = … and { $count } more
fault-count = { $count ->
    [one] 1 fault
   *[other] { $count } faults
}

## The command: explain

explain-head = { $of } { $title } · { $entity } · as of { $date }
explain-score = { $score } (substantiated / declared / possible): { $state }
explain-excluded = not applicable to { $entity }: { $reason } (approved by { $approver }, review by { $review_by })
explain-composite = it has no evidence of its own and is exactly what it requires: { $parts }
equally-weak = { $name } and { $others } more
entities = Entities
explain-evidence = Evidence
explain-no-evidence = none: own score { $own }
explain-evidence-head = { $evidence } · { $kind } of { $date } · { $entity }: ok { $ok }, wrong { $bad }
explain-result = looked at { $looked } %, of which { $result } % in order: ok { $ok }, wrong { $bad }
explain-level = looked at { $looked } %, level { $level } of { $target }: ok { $ok }, wrong { $bad }
explain-chosen = { $fine } in order of { $examined } examined, chosen among { $population }: ok 100 · { $fine } / { $population } = { $ok }, wrong { $bad } (cut up)
explain-random = { $fine } in order of { $examined } drawn at random among { $population }: share { $share } (full from { $need }), of which in order { $ok }, wrong { $bad }
explain-carried = carried by the service at { $share } %: ok { $ok }, wrong { $bad }
explain-trust = { $age } days old of { $valid } valid: freshness { $fresh }; { $assurance } { $worth } · { $fresh } / 100 = trust { $trust }
explain-closed = what it found wrong has been looked at again and closed
explain-closing = { $later } closes { $finding }: ok { $ok } at trust { $trust } (declared { $fresh })
explain-own = Own score
explain-possible = possible = 100 - { $bad } (open finding { $evidence }) = { $possible }
explain-possible-all = possible = 100: no open finding
explain-walk = = ({ $terms }) / 100 = { $sum } → { $score }
explain-own-sum = own score { $own }
explain-rests-on = Rests on
explain-rests-on-nothing = rests on nothing else
explain-min = the smallest of own { $own } and what each allows: { $score }
explain-held-back = Held back by
explain-cause = { $cause }: own score { $own }, { $steps ->
    [0] required, so the whole shortfall comes through
    [one] 1 supporting step away
   *[other] { $steps } supporting steps away
} ({ $path })
explain-alone = lifting it helps; while it stays nothing else does
explain-together = lifting all of them helps; while one of them stays nothing else does
explain-objective = { $score } (substantiated / declared / possible): { $band }; { $assessed } of { $applicable } members assessed
explain-mean = { $points } points / { $weight } = { $mean }
explain-critical = critical: { $critical } allows at most { $cap }
explain-bar = The bar in weighted points
explain-consolidated = { $score } (substantiated / declared / possible): { $band }; { $assessed } of { $applicable } leaves assessed
explain-weakest = weakest link: { $entity } with { $score }
explain-not-assessed = not assessed at: { $entities }
explain-deeper = choose one of them with --entity to see its evidence

## The command: soa

soa-head = Statement of Applicability of { $entity } · as of { $date } · method { $method }
soa-catalogue = { $catalogue } edition { $edition } · { $digest }
soa-assessment = the assessment · { $digest }
soa-counts = { $included } controls included, { $excluded } excluded; { $unstated } included without a reason; { $marked } with something to note
soa-control = control
soa-included = included
soa-implemented = implemented (declared)
soa-assessed = assessed
soa-responsible = responsible
soa-evidence = evidence
soa-more = { $names } and { $count } more
soa-reasons = Reasons for included controls
soa-excluded = Excluded
soa-excluded-below = Excluded by single entities below
soa-ended = Exclusions that have ended
soa-exclusion = { $requirement } by { $entity }: { $reason } ({ $class }; approved by { $approver }, holds up to and including { $review_by })
soa-marks = To note
soa-missing = Missing
soa-sign-off = Sign-off
soa-nobody = not stated
soa-prepared = prepared
soa-reviewed = reviewed
soa-approved = approved
soa-status-draft = draft
soa-status-final = final
soa-signed = { $by }, { $on }
class-no-such-activity = no such activity
class-no-such-asset = no such thing to protect
class-legal-condition = the legal condition is met
state-partly-assessed = partly assessed
state-not-applicable = not applicable
missing-why = reason to include it
missing-implemented = whether it is implemented
missing-responsible = who is responsible
mark-implemented-not-assessed = said to be implemented, and nothing is assessed
mark-implemented-outdated = said to be implemented, and the evidence is outdated
mark-implemented-partly-assessed = said to be implemented, and not assessed everywhere
mark-implemented-below-norm = said to be implemented, and what is substantiated is below the norm
mark-not-implemented-at-norm = said not to be implemented, and what is substantiated reaches the norm
mark-excluded-implemented = excluded, and yet said to be implemented
mark-excluded-with-statement = excluded, and yet a reason to include it is given
mark-excluded-everywhere-below = included, and excluded wherever it could apply
mark-exclusion-ended = the exclusion has ended: it is included again
mark-unsigned = Nobody has signed the assessment.
mark-draft = The assessment is a draft.
mark-signed-for-another-day = The signatures are on the assessment of another date than this one.

## The command: catalogue diff

diff-head = { $catalogue }: edition { $before } → edition { $after }
diff-beside = seen together with { $catalogues }
diff-equal = nothing has changed
diff-same-digest = the digest is the same: no score can move
diff-same-edition = the content is another, and the edition is named the same: give it a new name
diff-moving = Changes that can move a score
diff-still = Changes that move no score
diff-texts = Texts: they move no score
diff-touched = Scores that can move
diff-reach = { $requirements } { $requirements ->
    [one] requirement
   *[other] requirements
}, { $objectives } { $objectives ->
    [one] objective
   *[other] objectives
}
effect-none = moves no score
effect-lowers = can only lower
effect-raises = can only raise
effect-either = can lower and raise
change-edition-changed = edition { $before } → { $after }
change-base-added = builds on { $base } now
change-base-removed = does not build on { $base } any more
change-source-changed = source { $source }: { $before } → { $after }
change-default-norm-changed = the norm of objectives without one of their own: { $before } → { $after }
change-requirement-added = new requirement: { $requirement }
change-requirement-removed = requirement { $requirement } is gone
change-target-changed = { $requirement }: maturity level that counts as 100 %: { $before } → { $after }
change-composite-changed = { $after ->
    [true] { $requirement } has no evidence of its own any more: it is exactly what it requires
   *[other] { $requirement } has evidence of its own now, and is no longer just what it requires
}
change-excludable-changed = { $requirement }: may be excluded: { $before } → { $after }
change-part-changed = { $requirement }: chapter, theme or principle: { $before } → { $after }
change-area-changed = { $requirement }: follow-up area: { $before } → { $after }
change-group-changed = { $requirement }: working group: { $before } → { $after }
change-attribute-changed = { $requirement }: attribute { $attribute }: { $before } → { $after }
change-citation-changed = { $requirement }: where in the source: { $before } → { $after }
change-edge-added = new dependency: { $requirement } { $after } { $on }
change-edge-removed = dependency removed: { $requirement } { $before } { $on }
change-edge-turned = dependency changed: { $requirement } { $before } → { $after } { $on }
change-edge-lost = { $requirement } { $relation } { $on }, which is gone: the two catalogues cannot be used together
change-objective-added = new objective: { $objective }
change-objective-removed = objective { $objective } is gone
change-member-added = objective { $objective }: { $requirement } counts in it now
change-member-removed = objective { $objective }: { $requirement } does not count in it any more
change-weight-changed = objective { $objective }: weight of { $requirement }: { $before } → { $after }
change-critical-added = objective { $objective }: { $requirement } is critical now
change-critical-removed = objective { $objective }: { $requirement } is not critical any more
change-norm-changed = objective { $objective }: norm: { $before } → { $after }; only the list below the norm can change
change-family-changed = objective { $objective }: kind: { $before } → { $after }
change-selection-changed = objective { $objective } names its requirements in another way; they are the same
change-texts-added = texts in { $language } now
change-texts-removed = no texts in { $language } any more
change-title-changed = { $of } ({ $language }): title: { $before } → { $after }
change-text-changed = { $of } ({ $language }): text { $field }

## The command: verify and catalogue

verify-difference = { $file } #{ $number } { $pointer }: expected { $expected }, found { $found }
verify-more = { $file } #{ $number }: { $count } more differences
verify-equal = equal: every number follows from the assessment
verify-needs-input = { $file } is a result: name its assessment with --input
lint-count = { $catalogue }: { $errors ->
    [one] 1 error
   *[other] { $errors } errors
}, { $warnings ->
    [one] 1 warning
   *[other] { $warnings } warnings
}, { $infos ->
    [one] 1 note
   *[other] { $infos } notes
}
name-ambiguous = `{ $name }` can mean { $meanings }: write it with its framework
entity-unknown = there is no entity `{ $name }`: it has { $known }
unknown-schema = there is no schema `{ $name }`: there are { $known }
cannot-write = the output cannot be written: { $detail }
cannot-read = { $file } cannot be read: { $detail }
not-utf8 = { $file } is not text in UTF-8: byte { $detail } is the first that is not
workbook-for-text = { $file } is a workbook: read it first, with pejling sheet read { $file } -o assessment.json

## The command: migrate

part-of-merged = { $merged } was merged of { $count } controls of the earlier edition and is no better than the weakest of them; this part was { $earlier }.
transitional-note = ISO/IEC 27001:2022 on the way from the edition of 2013: a control that was merged of several is a composite of them, one part each, and worth as much as its weakest part. All else is as in the current edition.
migrate-head = { $from } { $from_edition } → { $to } { $to_edition }
migrate-before = before
migrate-after = after
migrate-rule = A control with one predecessor keeps what it scores by its own evidence; what it rests on in the new edition may hold it back.
migrate-decide = To decide ({ $count })
migrate-merged = Merged controls ({ $count }): each is worth as much as its weakest part, and evidence is filed on the parts
migrate-new = New, and not assessed ({ $count })
migrate-draft = The signatures were given for the assessment before: the new one is a draft.
migrate-written = written to { $file }
list-control-statements = control statements
list-dissent = differing views
list-evidence = evidence
list-exclusions = exclusions
list-measures = measures
list-services = services
outcome-untouched = untouched
outcome-renamed = renamed
outcome-in-part = in a part
outcome-divided = divided
outcome-joined = joined
outcome-to-decide = to decide
decide-statements-differ = { $requirement }: its parts state different things, or some of them nothing; write one statement for the control
decide-applies-in-part = { $requirement } at { $entity }: some parts do not apply and others do; write in the statement of applicability what that means
decide-measure-of-several = { $requirement }: the measure { $measure } has several successors to go to and was not carried on; decide for which, and at what cost

graph-title = { $framework }: what rests on what
graph-title-around = { $framework }: what is at most two steps below or above { $requirement }
graph-description = Edition { $edition }: { $requirements ->
    [one] 1 requirement
   *[other] { $requirements } requirements
}{ $others ->
    [0] {""}
    [one] {" "}and 1 of other catalogues
   *[other] {" "}and { $others } of other catalogues
}. Lines: { $requires } required, { $supports } supporting. Every arrow points to what is rested on: to the right, and to the left only where requirements rest on each other in a circle.
graph-requires = requires: it is worth no more than what the arrow points to
graph-supported-by = supported by: it is weaker without what the arrow points to
graph-together = lines to the same requirement run together; under the pointer a box shows its lines, and a line its reason
graph-own = a requirement of this catalogue; each band is a part of it
graph-other = a requirement of another catalogue, named with its framework

## Warnings of a result

assurance-lowered = { $evidence }: counts as { $counted }, not as { $claimed }: { $reason }
reason-kind = its kind can carry no more
reason-untraceable = it does not say both who examined and where the record is
evidence-in-the-future = { $evidence } is dated { $date }, after the date of assessment, and does not count
closing-not-confirmed = { $evidence } says that { $finding } is mended, which is not confirmed: { $reason }
reason-nothing-wrong = it found nothing wrong
reason-not-later = the look is not later
reason-less-sure = the look is less sure than the finding
reason-too-narrow = less was looked at than was wrong
reason-other-requirement = it is held against another requirement
reason-in-the-future = one of them lies after the date of assessment
reason-never-together = no entity is held to both
exclusion-void = the exclusion of { $requirement } for { $entity } ended on { $review_by }: evidence counts again
evidence-not-counted = { $evidence } is held against { $requirement }, which does not apply to { $entity }{ $entities ->
    [one] {""}
   *[other] {" "}and others ({ $entities } in all)
}; it is kept and does not count

## Reading

did-you-mean = Did you mean `{ $suggestion }`?
too-long = the text has { $bytes } bytes, and at most { $limit } are read
    .help = Divide it, or raise the limit where you embed the library.
too-deep = lists and objects stand too deep within each other
    .help = No document of ours is that deep: check that this is the right file.
too-many = { $count } entries, and at most { $limit } are read
    .help = Divide the document, or raise the limit where you embed the library.
json-empty = there is nothing here
    .help = Check that this is the right file.
json-ends-early = the text ends in the middle of a document ({ $detail })
    .help = The file was probably cut off: save or send it again.
not-json = this is not JSON ({ $detail })
    .help = Mend what stands here, or check that this is the right file.
not-toml = this is not TOML ({ $detail })
    .help = Mend what stands here, or check that this is the right file.
wrong-kind = here stands { $found ->
    [null] nothing (null)
    [bool] true or false
    [number] a number
    [text] text
    [list] a list
   *[object] an object
}, and { $expected ->
    [object] an object
    [list] a list
    [bool] true or false
    [text] text in quotes
    [whole-number] a whole number
   *[decimal] a number or text such as "97.5"
} is needed
duplicate-key = `{ $field }` stands twice
    .help = Delete one of the two.
unknown-field = there is no field `{ $field }` here
    .help = Delete it, or write it as documented.
missing-field = `{ $field }` is missing
    .help = Add it.
wrong-format = this says it is `{ $found }`, and `{ $expected }` is needed
    .help = Check that this is the right file; a later format needs a later version of this program.
unknown-name = `{ $name }` is none of: { $known }
text-too-long = the text has more than { $limit } characters
    .help = Shorten it, and refer to a document instead.
text-not-plain = the text has control characters
    .help = Delete them: letters, digits, signs, tabs and ends of lines are all that is needed.
not-a-whole-number = `{ $text }` is no whole number from 0 to { $most }
not-a-decimal = `{ $text }` is no plain decimal number
    .help = Write it as 97.5: digits and one point, no exponent, sign or separator.
too-many-digits = `{ $text }` has more than 28 digits
    .help = Two decimals are all that counts.
percent-out-of-range = { $value } is not between 0 and 100
not-a-date = `{ $text }` is no day
    .help = Write year, month and day of a day that exists, in the form 2026-06-30.
weight-out-of-range = the weight { $weight } is not from 1 to { $most }
id-empty = a name is empty
id-too-long = the name `{ $id }…` is longer than { $limit } characters
id-character = the name `{ $id }` has a character that it may not have ({ $found })
    .help = Names have letters a-z, digits, dots, dashes and underscores.
id-without-framework = `{ $id }` does not say its framework
    .help = Write it as iso27001-2022:{ $id }.

## Assessments

no-date = there is no date of assessment
    .help = Give one with --as-of, or as `as_of` in the document.
no-catalogue = no catalogue is named
    .help = Name at least one of { $known } with its edition.
unknown-catalogue = there is no catalogue `{ $catalogue }`: there are { $known }
    .help = Lay one of your own over them with --overlay.
different-catalogues = { $before } and { $after } are two different catalogues
    .help = Compare two editions of one catalogue.
soa-without-iso = a Statement of Applicability is about { $framework }, and the assessment names { $named } only
    .help = Name { $framework } under `catalogues`: the statement is made of the controls of its Annex A.
unknown-edition = there is no edition `{ $edition }` of `{ $catalogue }`: there is { $known }
unknown-organisation = the organisation `{ $organisation }` is none of the entities
organisation-not-root = the organisation `{ $organisation }` is a part of `{ $parent }`
    .help = Name the uppermost entity as the organisation.
duplicate-entity = the entity `{ $entity }` stands twice
unknown-parent = `{ $entity }` is a part of `{ $parent }`, which is none of the entities
entity-cycle = `{ $entity }` is a part of itself, directly or through others
entity-too-deep = `{ $entity }` stands more than 32 levels down
serves-unknown-entity = `{ $service }` serves `{ $entity }`, which is none of the entities
serves-itself = `{ $service }` serves `{ $entity }`, where its evidence counts anyway
    .help = Delete the service: evidence holds for all below.
duplicate-service = `{ $service }` serves `{ $entity }` for { $requirement } twice
unknown-requirement = { $requirement } is in none of the catalogues that this assessment names
evidence-on-composite = { $requirement } is made of others and has no evidence of its own
    .help = Hold the evidence against its parts: pejling catalogue show { $requirement } lists them.
unknown-entity = `{ $entity }` is none of the entities
duplicate-evidence = the evidence `{ $evidence }` stands twice
    .help = Give each evidence a name of its own.
date-too-early = { $date } lies before 1900
nothing-examined = nothing was looked at
    .help = A share and a number of examined units are more than nothing; delete the entry if nobody looked.
level-out-of-range = the level { $level } is above 5
counts-disagree = { $ok } in order of { $examined } examined of { $population } cannot be
    .help = What is in order is at most what was examined, and that is at most the population.
valid-days-out-of-range = { $valid_days } days of validity: a { $kind } can state 1 to { $longest }
finding-missing = `{ $evidence }` says nothing of what was found
    .help = Add `result`, or `level`, or `population`, `examined` and `ok`.
finding-twice = `{ $evidence }` says what was found in two ways
    .help = Keep one of `result`, `level`, or `population` with `examined` and `ok`.
selection-without-counts = `{ $evidence }` says how units were selected and counts none
    .help = Add `population`, `examined` and `ok`, or delete `selection`.
share-with-counts = `{ $evidence }` counts units and gives a share as well
    .help = Delete `share`: it follows from the counts.
closes-unknown = `{ $evidence }` closes `{ $finding }`, which is none of the evidences
closes-itself = `{ $evidence }` closes itself
not-excludable = { $requirement } can never be excluded
    .help = Delete the exclusion: it counts with the evidence that there is.
exclusion-needs-condition = { $requirement } can be excluded only where its legal condition is met
    .help = Write the class `legal_condition` if it is: pejling catalogue show { $requirement } tells the condition.
exclusion-without-condition = { $requirement } has no legal condition
    .help = Choose `no_such_activity` or `no_such_asset`.
exclusion-without-reason = the exclusion of { $requirement } gives no reason
    .help = An exclusion without a reason is not an exclusion: write why it does not apply.
exclusion-without-approver = the exclusion of { $requirement } names no approver
    .help = Write who approved it.
duplicate-exclusion = { $requirement } is excluded for `{ $entity }` twice
duplicate-measure = the measure `{ $measure }` stands twice
duplicate-statement = there are two statements of applicability on { $requirement }
final-without-approval = the assessment is final and nobody approved it
    .help = Add `approved`, or let it be a draft.
dpo-statement-empty = the statement of the data protection officer says nothing, or not who says it
    .help = Write both `by` and `text`, or leave out `dpo_statement`: reports then say that there is none.

## Catalogues

duplicate-framework = the framework `{ $framework }` stands twice
unknown-base = `{ $framework }` builds on `{ $base }`, which is not loaded
    .help = Name `{ $base }` as well.
framework-cycle = `{ $framework }` builds on itself, directly or through others
duplicate-requirement = the requirement { $requirement } stands twice
foreign-requirement = { $requirement } does not belong to `{ $framework }`
unknown-dependency = { $requirement } rests on { $missing }, which is in no loaded catalogue
dependency-not-built-on = { $requirement } rests on { $dependency }, on whose framework its own does not build
    .help = Add the framework to `builds_on`.
self-dependency = { $requirement } rests on itself
duplicate-dependency = { $requirement } rests on { $dependency } twice
composite-without-parts = { $requirement } is a composite with no part that has evidence of its own
composite-with-target = { $requirement } is a composite and has a target, which only evidence can reach
composite-excludable = { $requirement } is a composite and says that it may be excluded
    .help = Delete that: it is out when all its parts are.
target-out-of-range = the target { $level } is not from 1 to 5
unknown-source = there is no source `{ $source }`
duplicate-objective = the objective { $objective } stands twice
foreign-objective = { $objective } does not belong to `{ $framework }`
objective-named-as-requirement = { $objective } is named as a requirement is
objective-without-members = { $objective } has no members
member-of-another-framework = { $member } belongs to another framework than { $objective }: no score crosses frameworks
unknown-member = { $objective } has the member { $member }, which does not exist
duplicate-member = { $objective } has the member { $member } twice
weight-of-no-member = { $objective } gives a weight to { $member }, which is no member
critical-not-member = { $critical } is critical to { $objective } and no member of it
duplicate-critical = { $critical } is critical to { $objective } twice
empty-norm = the norm of { $objective } is N, which everything reaches
catalogue-name-taken = there is a catalogue `{ $catalogue }` already
    .help = Give the overlay a name of its own: it adds to the others and replaces none.
texts-of-another = these texts are of `{ $found }`, not of `{ $expected }`
circle = { $count } requirements rest on each other in a circle: { $members }. { $reason }
circle-unexplained = { $language }: these rest on each other in a circle and there is no reason: { $members }
circle-of-nothing = { $language }: there is a reason for a circle that does not exist: { $members }
dependencies-denied = { $language }: it says that nothing rests on anything here, but there are { $count } edges
root-unexplained = { $language }: { $requirement } rests on nothing and does not say why
root-rests = { $language }: { $requirement } says why it rests on nothing, but it rests on something
out-of-reach = { $objective } reaches no { $kind ->
    [technical] technical
    [organisational] organisational
   *[legal] legal
} requirement along its edges
keystones = most rests on: { $requirements }
reference-to-nothing = { $reference } names { $requirement }, which does not exist
reference-overlap = { $reference }: { $shared } edges are named there; of ours that are not, { $judged } are between requirements that it deals with, { $beyond } go to or from others; of what it names and we do not, { $longer } are reached along other edges, { $apart } belong together without one resting on the other
guide-missing = { $language }: the guide to { $of } lacks { $field }
guide-length = { $language }: { $field } in the guide to { $of } is too short or too long
guide-of-composite = { $language }: { $of } is what it is made of and needs no { $field } of its own
guide-unknown-kind = { $language }: the guide to { $of } names a kind of evidence that does not exist: { $field }
guide-without-independent = { $language }: the guide to { $of } names no kind of evidence that can be independent
guide-of-nothing = { $language }: there is a guide to { $of }, which does not exist
guide-untranslated = { $field } in the guide to { $of } is the same in both languages
guide-in-one-language-only = { $field } in the guide to { $of } is there in one language only
guide-in-one-language = there is a guide in one language only
requirement-without = { $requirement } has no { $field }
no-framework-objective = there is no objective over the whole framework
no-texts = there are no texts in the language { $language }
title-missing = { $language }: { $of } has no title
title-source-missing = { $language }: { $of } has a working heading and does not say where its theme is stated
reason-missing = { $language }: { $of } { $other } has no reason
reason-of-nothing = { $language }: there is a reason for { $of } { $other }, which does not exist
reason-untranslated = the reason of { $of } { $other } is the same in both languages
condition-missing = { $language }: { $of } may be excluded under a condition that is not told
condition-superfluous = { $language }: { $of } has a condition and can not be excluded under one
text-of-nothing = { $language }: there are texts for { $of }, which does not exist

## Calls and vectors

unknown-operation = there is no operation `{ $name }`: there are { $known }
unknown-name-to-explain = nothing is named `{ $name }`
    .help = Name a requirement or objective with its framework, as iso27001-2022:A.8.15.
not-in-graph = the dependency graph of `{ $catalogue }` has no requirement `{ $name }`
    .help = pejling catalogue show { $catalogue } lists them.
too-much-to-draw = a drawing of { $count } boxes and stretches of lines is more than anybody can read: at most { $limit } are drawn
    .help = Draw what is around one requirement, or let Graphviz draw the DOT.
not-a-vector = here is no vector: it has `model` and `expected`
vector-name = `{ $name }` cannot be the name of anything in a vector
nothing-to-migrate = this assessment is not against { $catalogue }, but against { $named }
    .help = Only an assessment against { $catalogue } can be carried on into the next edition.
both-editions = this assessment is against { $earlier } and speaks of { $later } as well
    .help = Keep { $earlier } alone, and let the migration bring { $later }; then add what is new.

## What to do

what-if-head = What if: { $entity }, { $date }
what-if-lift = { $requirement } scores { $own } by its own evidence: { $entity }
what-if-evidence = evidence: { $names }
what-if-whole = { $objective } goes from { $before } to { $after } ({ $change })
what-if-sentence = { $told }. In all { $count ->
    [one] one score moves
   *[other] { $count } scores move
}.
what-if-no-whole = No framework's substantiated score moves; { $count ->
    [one] one other score does
   *[other] { $count } other scores do
}.
what-if-nothing = No score moves: something else holds all of this back, or it is as good already.
what-if-below = Something moves at: { $entities }
before = before
after = after
change = change
change-declared = declared
change-possible = possible
through = through
through-via = { $cause }, by way of { $via }
gains-head = Gains: { $objective }, { $entity }, { $date }
gains-sentence = { $objective } would go from { $before } to { $after } { $count ->
    [one] by { $of } alone: nothing else brings as much by itself
   *[other] by these { $count } together: { $of }
}.
gains-nothing = Nothing that is proposed moves { $objective }: it is { $score }.
gains-measures = Measures of the assessment, each alone
gains-requirements = Requirements, each alone at 100
gains-bundles = What brings more together than one by one
gains-keystones = Keystones: what most is held back by, in points over all objectives
gains-nothing-alone = { $count } bring nothing alone.
gains-more = and { $count } more: --format json has all
gain = gain
cost = cost
measure = measure
requirement = requirement
held-back = holds back
held-back-alone = of that alone
plan-head = Plan: { $objective }, { $entity }, { $date }
plan-sentence = { $count ->
    [one] One measure for { $cost } brings
   *[other] { $count } measures for { $cost } bring
} { $objective } from { $before } to { $after }; everything at once would bring it to { $all }.
plan-nothing = Nothing that is affordable brings { $objective } above { $before }; everything at once would bring it to { $all }.
plan-reached = { $objective } is there already, at { $before }.
plan-out-of-reach = Out of reach: { $objective } is { $before }, and everything at once brings it to { $all }.
proof-exact = No other choice is better: every one was tried or ruled out.
proof-at-most = There may be a better choice: none brings it above { $at_most }.
proof-at-least = There may be a cheaper choice: none costs less than { $at_least }.
proof-out-of-reach = Not even all of it reaches the band.
plan-left-out = Not in the plan
plan-from-requirements = Made of requirements, each counted as a measure at the cost 1; measures of the assessment are not in it.
fate-done = done
fate-dropped = dropped
fate-moves-nothing = moves nothing here
fate-not-taken = not part of the best choice that was found
fate-not-asked = left aside
status-proposed = proposed
status-decided = decided
status-started = started
status-done = done
status-dropped = dropped
owner = owner
due = due
overdue = overdue since { $due }
entity = entity
step = no.
status = status
supposed-in-the-future = the evidence `{ $evidence }` is dated { $date }, after the date of assessment { $as_of }: it would not count
    .help = Score as of that day or later with --as-of, or date the evidence earlier.
nothing-supposed = nothing is supposed
    .help = Say what would be so: --set A.8.15=100, or --evidence with a file.
objective-not-applicable = no member of `{ $objective }` applies at `{ $entity }`
    .help = Choose another objective, or an entity where some of it applies.
budget-or-reach = a plan needs either a budget or a band to reach
    .help = Give one of the two: a budget, as 1000000, or a band to reach, as L.
## Forecast

forecast-nothing-left = If nobody does anything, no objective of { $entity } leaves its band by { $until }; { $evidence ->
    [0] no evidence loses its validity
    [one] 1 evidence loses its validity
   *[other] { $evidence } evidences lose their validity
}.
forecast-left = If nobody does anything until { $until }, { $count ->
    [one] 1 objective of { $entity } leaves its band
   *[other] { $count } objectives of { $entity } leave their band
}, first "{ $objective }" on { $date }: from { $from } to { $to }.
forecast-worth-most = What is worth most to renew is "{ $requirement }" of { $entity }, by { $due }: { $change } percentage points in "{ $objective }".
forecast-no-band = nothing assessed
forecast-change-lower = falls to
forecast-change-higher = rises to
forecast-change-lost = loses its band
forecast-change-gained = gets the band
forecast-change-applies = applies again
forecast-change-not-applicable = no longer applies
forecast-requirements = Requirements whose band changes ({ $count })
forecast-unchanged = { $count ->
    [one] 1 other objective keeps its band
   *[other] { $count } other objectives keep their band
}; all numbers: --format json
forecast-attributes = { $count ->
    [one] 1 objective of an attribute changes its band as well
   *[other] { $count } objectives of attributes change their band as well
}; see them with --objective or --format json
forecast-day = day
forecast-what = what happens
forecast-today = today
forecast-end = in the end
forecast-kept = kept by renewing { $names }{ $more ->
    [0] {""}
    [one] {" "}and 1 more
   *[other] {" "}and { $more } more
}
forecast-kept-head = how the band is kept
forecast-kept-many = kept only by very many renewals together
forecast-kept-no = kept by no renewals
forecast-renewals = Worth renewing: { $group } ({ $count }, the first by { $due })
forecast-no-group = no working group
forecast-due = by
forecast-times = times
forecast-responsible = responsible
forecast-worth = worth
forecast-worth-line = { $change } in { $objective }
forecast-mends = counts on an open finding being mended
forecast-lapses = Evidence that loses validity ({ $count })
forecast-evidence = evidence
forecast-stale = not fully valid from
forecast-worthless = worth nothing from
forecast-entity = unit
forecast-requirement = requirement
unknown-objective = there is no objective `{ $objective }`
    .help = Name the objective with its framework, as iso27001-2022:framework.
until-not-later = { $until } does not lie after the date of assessment, { $as_of }
    .help = A forecast goes from the date of assessment to a later day.
until-too-late = { $until } lies more than { $days } days after the date of assessment, { $as_of }
    .help = Choose a day within ten years: after six years no evidence is worth anything.
## Differing views and CPR numbers

dissent-head = Differing views ({ $sign } marks what they concern)
dissent-line = { $sign } { $voice }: { $text } ({ $requirement }, { $entity })
voice-dpo = Data protection officer
voice-auditor = Auditor
possible-cpr-number = { $list } { $entry }, field { $field }: something here looks like a CPR number; take it out, for no score needs it
## The command: compare

comparison-sentence = { $own } beside { $others } on { $date }: substantiated, it stands above all the others in { $above }, among them in { $within } and below all of them in { $below } of { $objectives } objectives; { $weak } { $weak ->
    [one] requirement is
   *[other] requirements are
} below the norm, and { $taught } of these somebody who may be named meets fully.
comparison-sentence-without = { $own } beside { $others } on { $date }: nothing can be said of where it stands, since too little is assessed or it would tell the figures of a single organisation; { $weak } { $weak ->
    [one] requirement is
   *[other] requirements are
} below the norm, and { $taught } of these somebody who may be named meets fully.
others-of = { $others } ({ $organisations ->
    [one] 1 organisation
   *[other] { $organisations } organisations
})
others-region = { $count ->
    [one] 1 other region
   *[other] { $count } other regions
}
others-hospital = { $count ->
    [one] 1 hospital of others
   *[other] { $count } hospitals of others
}
others-unit = { $count ->
    [one] 1 unit of others
   *[other] { $count } units of others
}
others-system = { $count ->
    [one] 1 system of others
   *[other] { $count } systems of others
}
others-project = { $count ->
    [one] 1 project of others
   *[other] { $count } projects of others
}
others-supplier = { $count ->
    [one] 1 supplier of others
   *[other] { $count } suppliers of others
}
others-platform = { $count ->
    [one] 1 platform of others
   *[other] { $count } platforms of others
}
comparison-everybody-consents = { $count ->
    [one] The only other organisation lets its figures be seen.
   *[other] Every one of the { $count } other organisations lets its figures be seen.
}
comparison-of-a-crowd = Of the { $count } other organisations the lowest, the median and the highest figure are shown, and not whose they are.
comparison-positions-only = Not all of the { $count } other organisations let their figures be seen: it is only said whether one stands above, within or below them.
comparison-of-one = The only other organisation does not let its figures be seen: whatever was said would tell them.
comparison-named = These let themselves be named: { $names }
comparison-nobody = nobody
comparison-own = own: substantiated / declared / possible
comparison-n = n
comparison-lowest = lowest
comparison-median = median
comparison-highest = highest
comparison-by-name = by name
comparison-nothing-said = not said
position-above = above
position-within = within
position-below = below
comparison-order = Who stands above whom
comparison-too-many = Each with each would be too many: at most { $limit } are put in order. Choose one with --entity.
comparison-order-of = { $objective }: { $count ->
    [0] nobody declares other weights than the catalogue's
    [one] the catalogue's weights and 1 that was declared
   *[other] the catalogue's weights and { $count } that were declared
}
order-by-members = { $above } above { $below }: at least equal on every requirement in each reading
order-by-weights = { $above } above { $below }: under all declared weights
order-equal = { $above } and { $below }: equal
order-unranked = { $first } and { $second } cannot be ranked: { $why }
unranked-different-members = not the same requirements apply
unranked-not-assessed = not both are assessed
unranked-less-assessed = who would stand above has left more unanswered
unranked-each-ahead = each is ahead in something
unranked-weights-disagree = each is ahead in something, and the declared weights do not agree
comparison-lessons = { $entity }: below the norm ({ $count }), the worst first, and whom to learn from
lesson-named = { $who } meets it fully, by { $evidence }
lesson-others = { $count ->
    [0] none of those who are not named meets it fully
    [one] 1 of those who are not named meets it fully
   *[other] { $count } of those who are not named meet it fully
}
lesson-nobody = nobody who may be named meets it fully
migrate-weightings = { $count ->
    [one] 1 weighting is of the edition before and was left behind.
   *[other] { $count } weightings are of the edition before and were left behind.
}

## Comparing, and what it needs of assessments

sharing-without-approver = nobody approved what others may see
    .help = Name who approved it in `approved`, or leave `sharing` out: then nothing is shared.
weighting-without-reason = the weighting of { $objective } gives no reason
    .help = Write in `why` what these weights come from.
duplicate-weighting = { $objective } is weighted twice
duplicate-weight = the weighting of { $objective } names { $member } twice
nothing-to-compare = a comparison needs at least two assessments
    .help = Name one's own first, then those of the others.
unknown-own = none of the assessments is of `{ $organisation }`; they are of { $known }
organisation-twice = { $organisation } is here twice
    .help = Leave one of the two out: each organisation counts once.
catalogue-only-here = { $other } is not assessed against { $catalogue }, and this one is
    .help = Leave the catalogue out here, or let { $other } be assessed against it as well.
catalogue-not-here = { $other } is assessed against { $catalogue }, and this one is not
    .help = Add the catalogue here, or leave it out at { $other }.
edition-not-common = this one is against edition { $edition } of { $catalogue }, and { $other } is against { $other_edition }
    .help = Carry the older one on into the same edition first.
digest-not-common = { $catalogue } { $edition } is not the same catalogue here ({ $digest }) and at { $other } ({ $other_digest })
    .help = Two catalogues have the same name and edition. Use the same file for both.
date-not-common = this one is of { $date }, and { $other } is of { $other_date }
    .help = Name one date for all with --as-of.
kind-missing = it is not said what kind of entity { $entity } is
    .help = Write its `kind` under `entities`: only what is of the same kind can be compared.
kind-not-common = { $entity } is a { $kind }, and what is compared is a { $level }
    .help = Choose with --level what all of them have.
no-entity-of-kind = there is no entity of the kind { $level } here
    .help = Write its `kind` under `entities`, or leave this one out.
## Bridge and follow-up

bridge-sentence = { $entity }: { $moved }.
bridge-nothing = { $entity }: no objective has a score in both assessments.
bridge-across = Across editions: { $catalogue } { $old } → { $new }; what the catalogue itself moved is told apart.
bridge-fell = { $objective } fell by { $by } from { $old } to { $new }
bridge-rose = { $objective } rose by { $by } from { $old } to { $new }
bridge-still = { $objective } stands still at { $new }
bridge-mostly = , mostly because { $why } ({ $change })
bridge-against = , although { $why } ({ $change })
because-aged = evidence grew older
because-withdrawn = evidence was withdrawn or edited
because-new = new evidence came
because-closed = findings were closed
because-applicability = other requirements apply
because-entities = entities or their weights changed
because-catalogue = the catalogue is another one
bridge-head = Bridge of { $entity }: from { $old } to { $new } · method { $method }
bridge-part = part
bridge-part-aged = evidence aged
bridge-part-withdrawn = evidence withdrawn or edited
bridge-part-new = new evidence
bridge-part-closed = findings closed
bridge-part-applicability = applicability
bridge-part-entities = entities and weights
bridge-part-catalogue = catalogue
bridge-before = as of { $date }
bridge-change = change
bridge-numbers = Changes in percentage points: substantiated / declared / possible. The parts sum exactly to the whole change.
bridge-steps = { $part }: { $change }
bridge-more-steps = … and { $count } smaller ones in the same part: { $change } together
bridge-unmoved = Besides, { $count } things changed and moved no objective.
bridge-apart = Objectives with a score in one of the assessments only
apart-applies-no-more = { $objective }: { $score }; none of its requirements applies any more
apart-applied-not-before = { $objective }: { $score }; none of its requirements applied before
apart-no-more-in-catalogue = { $objective }: { $score }; the new assessment names no catalogue with this objective
apart-not-in-catalogue-before = { $objective }: { $score }; the old assessment named no catalogue with this objective
step-aged = { $evidence } of { $date } ({ $requirement }) grew older
step-withdrawn = { $evidence } ({ $requirement }, { $entities }) is no longer there
step-edited = { $evidence } ({ $requirement }, { $entities }) says something else now
step-new = { $evidence } of { $date } ({ $requirement }, { $entities }) is new
step-closed = { $evidence } of { $date } ({ $requirement }, { $entities }) closes { $findings }
step-excluded = { $requirement } no longer applies to { $entities }
step-included = { $requirement } applies to { $entities } again: { $ended ->
    [true] the exclusion ran out
   *[false] the exclusion was given up
}
step-weighed = weight: { $weights }
step-served = services: { $services }
step-came = { $entities } came
step-moved = { $entities } became a part of another entity
step-left = { $entities } is no longer there
step-catalogue = the catalogue is another one
and-more = { $names } and { $count } more
bridge-backwards = the new assessment is of { $new } and the old one of { $old }: a bridge leads forward in time
    .help = Swap them, or give the dates.
entity-no-more = `{ $entity }` is not in the assessment of { $date }: there is no score to lead to
    .help = Choose the entity that it became a part of: the bridge there shows what its leaving did.
entity-not-before = `{ $entity }` was not in the assessment of { $date }: there is no score to lead from
    .help = Choose the entity that it is a part of: the bridge there shows what its coming did.
nothing-in-common = the two assessments have no catalogue in common: { $old } and { $new }
across-editions = { $catalogue } is not the same in the two assessments: { $old } and { $new }
    .help = A bridge never crosses editions silently. Show it all the same with --across-editions (`across_editions`): then what the catalogue moved is told apart.

## The command: follow-up

follow-up-sentence = { $entity }: of { $count ->
    [one] 1 measure
   *[other] { $count } measures
} decided or under way on { $date }, { $done } done, { $undocumented } said to be done without evidence, { $open } not done, { $dropped } dropped and { $unaccounted } not accounted for; { $overdue } overdue.
follow-up-none = { $entity }: no measure was decided or under way on { $date }.
follow-up-head = Follow-up of { $entity }: measures of { $old }, followed up on { $new } · method { $method }
follow-up-done = done
follow-up-done-without-evidence = said to be done, no evidence
follow-up-open = not done
follow-up-dropped = dropped
follow-up-not-accounted-for = not accounted for
follow-up-measure = measure
follow-up-requirement = requirement
follow-up-entity = entity
follow-up-owner = owner
follow-up-due = due
follow-up-outcome = status
follow-up-own = own score
follow-up-expected = expected
follow-up-effect = effect
follow-up-overdue = overdue
follow-up-overdue-head = Overdue
follow-up-overdue-line = { $measure }: { $title } · { $owner } · due { $due } · { $status }
follow-up-postponed = { $due } (before: { $before })
follow-up-reading = The own score is substantiated, before → now, at the entity itself; expected is what the measure should reach. The effect is in percentage points of what is substantiated of the whole framework at { $entity }.
follow-up-since = Decided or proposed since
measure-proposed = proposed
measure-decided = decided
measure-started = under way
measure-done = done
measure-dropped = dropped
## The commands regions and merge

regions-on = { $count ->
    [one] There is 1 region
   *[other] There are { $count } regions
} on { $date }.
regions-all = { $count ->
    [one] 1 region in the register
   *[other] { $count } regions in the register
}, each with the time it is valid.
region-slug = slug
region-name = name
region-code = code
region-iso = ISO 3166-2
region-from = first day
region-until = last day
region-predecessors = predecessors
region-no-end = no end
region-not-sourced = not sourced
region-no-name = { $name } (no English name is sourced)
region-sources = Sources
merge-and = { $before } and { $last }
merge-part = { $part } (weight { $weight })
merge-computed = Computed as if merged: { $successor } does not begin until { $begins }. The numbers of { $date } are the weighted mean of { $parts }, with the weakest beside it.
merge-merged = { $successor } begins { $begins } and joins { $parts }: { $entities ->
    [one] 1 entity
   *[other] { $entities } entities
} and { $evidence ->
    [one] 1 piece of evidence
   *[other] { $evidence } pieces of evidence
} were carried on, each with its origin. The numbers are of { $date }.
merge-not-in-register = { $successor } is not in the register of regions.
merge-not-known = The register of regions does not know { $parts } as a predecessor of { $successor }.
merge-missing = The register also names { $parts } as a predecessor of { $successor }: until all are here the numbers are of a part of the region only.
merge-computed-head = computed: { $successor }
merge-weakest-part = weakest of them
merge-weakest-leaf = weakest link
merge-legend = Numbers are what is substantiated. Bands: { $bands }. --format json shows what is declared and possible as well.
merge-series = Series: each by itself, and no line from one to another
merge-series-of = scores of
merge-not-said = not said
merge-regions = { $before } regions the day before and { $after } from { $begins }: a mean of { $before } does not compare with one of { $after }.
merge-account = Carried on
merge-renamed = The same name in several assessments ({ $count }): the organisation is now part of the name. Whether they are one and the same, as a shared platform, is for people to decide.
merge-renamed-line = { $from }: { $id } → { $to }
merge-decide = To decide ({ $count }): statements on controls that not all make alike
merge-decide-line = { $requirement } { $title }: said by { $parts }; write one statement for { $successor }
merge-draft = The merged assessment is a draft: signatures, notes on what an assessment covers and statements of data protection officers stay in the assessments they are of.
merge-unwritten = nothing was written: -o FILE writes the merged assessment
merge-written = written to { $file }
merge-past = { $successor } begins { $begins } and has no assessment of { $date }: figures as if merged are shown without -o; else give --as-of { $begins } or later
merge-over-input = { $file } is one of the assessments to merge: choose another name, for a predecessor's history is never rewritten
list-entities = entities

## Regions and mergers

unknown-region = the register of regions knows no `{ $region }`: there are { $known }
    .help = pejling regions shows them all.
merge-needs-two = a merger takes at least two assessments, and here are { $count }
    .help = Give one assessment of each organisation.
merge-same-organisation = `{ $organisation }` has more than one assessment here
    .help = Give one assessment of each organisation.
merge-into-part = `{ $organisation }` is itself one of those to merge
    .help = Give the successor a name that none of them has.
merge-weights-count = { $weights } weights for { $assessments } assessments
    .help = Write one weight for each assessment, in the same order, or none: then each counts 1.
merge-unknown-region = the register of regions knows no `{ $region }`
    .help = If it is none of Denmark's regions, give its first day: --from 2027-01-01 (from in call).
merge-begins = the register of regions says that `{ $region }` begins { $begins }, not { $from }
    .help = Leave the first day out.
merge-ended = there is `{ $region }` only until { $until }, not on { $date }
    .help = Give an earlier date.
merge-dates-differ = the assessments are of different dates: { $dates }
    .help = Give the date for all: --as-of (as_of in call).
merge-not-predecessor = `{ $organisation }` is one of Denmark's regions and no predecessor of `{ $region }`, whose predecessors are: { $predecessors ->
    [none] none
   *[other] { $predecessors }
}
    .help = Check that this is the right file, and the right successor.
merge-catalogues-differ = { $catalogue }: `{ $organisation }` { $edition ->
    [none] is not assessed against it
   *[other] is assessed against edition { $edition }
}, and `{ $other }` { $other_edition ->
    [none] is not
   *[other] against edition { $other_edition }
}
    .help = Numbers against different catalogues cannot be merged: assess all against the same edition.

## The command serve, and HTTP

serve-listening = listening on http://{ $address }; Ctrl-C ends it
serve-needs-proxy = others can reach { $address }, and this server knows neither TLS nor sign-in: listen on 127.0.0.1, or put a proxy in front that does both and say so with --behind-proxy (docs/http.md)
serve-cannot-listen = { $address } cannot be listened on: { $detail }
foreign-host = the request names this server otherwise than by its own address
    .help = Ask localhost or 127.0.0.1, with the port. Behind a proxy, start the server with --behind-proxy.
foreign-origin = a page from elsewhere may not ask this server
    .help = Ask from a program, or from the page of this server itself.
unknown-path = there is nothing at `{ $path }`
    .help = /openapi.json lists what there is.
wrong-method = this path is not for { $method }
    .help = The header Allow says what it is for: operations are asked with POST.
body-not-json = the body is not said to be JSON, or it is compressed
    .help = Send it as it is, with the header Content-Type: application/json.
body-too-large = the body has more than { $limit } bytes
    .help = Divide it, or start the server with a higher --most-bytes.
too-slow = there is no answer after { $seconds } seconds
    .help = Ask for less at once, or start the server with a higher --most-seconds.
too-many-requests = too many requests wait already
    .help = Ask again in a moment. --at-once says how many are computed at a time.
answer-unchanged = the answer is the one that If-None-Match names
