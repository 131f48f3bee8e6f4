# The texts of reports. The Danish ones have the same keys and the same arguments: a test compares them.

## Reports: the page itself

report-skip = Skip to the content
report-contents = Contents
report-as-table = The same numbers as a table
report-closed = Closed: it tells of weaknesses that can be used. Not to be published.
report-footer = This report is no legal advice. The numbers show how mature the work is and how well it is substantiated, not whether the law is complied with.
report-of = { $entity }, as of { $date }
report-too-few = too few requirements for a number
report-none-apply = not applicable
report-disputed = † The data protection officer or an auditor sees some of what is declared here otherwise.
report-percent-of = { $score } substantiated, { $declared } declared
report-area = Follow-up area
report-framework = Framework
report-in-all = In all
report-level = Level
report-yes = yes
report-no = no
report-bars-declared = Declared also counts what the requirements rest on. So it may be less than the first three parts together.
report-bars-alternative = { $count ->
    [one] One bar
   *[other] { $count } bars
} of five parts, each with a colour and a texture of its own: { $bars }.

## Report to the council

council-title = Information security: status for the council
council-decided = This was decided last year. Was it done?
council-no-previous = There is no earlier assessment to compare with. So this report does not show whether last year's decisions were carried out, or what has moved. The next one can.
council-nothing-decided = No measure was decided or under way on { $date }.
council-decided-sentence = { $count ->
    [one] One measure was
   *[other] { $count } measures were
} decided or under way on { $date }. { $done ->
    [0] None of them is
    [one] One of them is
   *[other] { $done } of them are
} done so that it can be seen.
council-undocumented = { $count ->
    [one] One is said to be done,
   *[other] { $count } are said to be done,
} but there is no evidence since.
council-open = { $count ->
    [one] One is not done.
   *[other] { $count } are not done.
}
council-dropped = { $count ->
    [one] One was dropped.
   *[other] { $count } were dropped.
}
council-unaccounted = { $count ->
    [one] One is not accounted for in this year's assessment.
   *[other] { $count } are not accounted for in this year's assessment.
}
council-overdue = { $count ->
    [one] One measure is overdue.
   *[other] { $count } measures are overdue.
}
council-followed-table = Last year's measures by follow-up area
council-measures = Measures
council-col-done = Done
council-col-undocumented = Said to be done
council-col-open = Not done
council-col-dropped = Dropped
council-col-unaccounted = Not accounted for
council-col-overdue = Overdue
council-where = Where do we stand?
council-where-reading = The bars show how much of the requirements we can show that we meet. The dark part is substantiated: it would stand before an auditor. The rest is not necessarily wrong, but it has not been shown.
council-apart = They are never added up to one number.
council-apart-why = Good locks on the doors do not make up for a missing impact assessment.
council-bars = How much of the requirements is substantiated?
council-standing = { $framework }: { $score } of the requirements is substantiated and { $declared } is declared. That amounts to “{ $band }”.
council-standing-none = { $framework }: nothing is assessed yet.
council-standing-hidden = { $framework }: the number is shown in the closed report only.
council-principles = The single principles
council-principles-few = Each principle is divided into few requirements. Where there are fewer than five, a number would show how single requirements fare, so there are words instead.
council-principle = Principle
council-substantiated = Substantiated
council-declared = Declared
council-heat = Follow-up areas and frameworks side by side: substantiated in percent
council-heat-alternative = A grid of { $rows } follow-up areas and { $columns } frameworks. The darker a cell, the more is substantiated. The numbers stand in the cells and in the table.
council-moved = What has moved, and why?
council-moved-intro = From { $old } to { $new }. The numbers are percentage points of what is substantiated, and the parts sum to the whole change.
council-rose = { $objective } rose from { $old } to { $new }.
council-fell = { $objective } fell from { $old } to { $new }.
council-still = { $objective } stands still at { $new }.
council-most-down = It was lowered most because { $why } ({ $change }).
council-most-up = It was raised most because { $why } ({ $change }).
council-across = A catalogue has a new edition since. What that alone moves stands by itself.
council-bridge = { $objective }: from { $old } to { $new }
council-bridge-alternative = Stairs from { $old } to { $new }: { $steps }.
council-change = Change
council-cause = Cause
council-yardstick = The state's yardstick
council-yardstick-intro = The state measures the work with ISO 27001 on a scale from 1 to 5, where 4 is the norm: fully implemented. An area reaches the norm only when all its requirements do. These are the organisation's own declared answers, not the state's measurement. Levels above 4 are not told apart, and what nobody answered counts as 0.
council-yardstick-table = Level on the scale 1-5 (norm: 4)
council-yardstick-few = Areas with fewer than five requirements are shown without a number.
council-meets = Reaches the norm
council-of-five = { $level } of 5
council-matters = What matters most now
council-matter-overdue = Decisions are not carried through.
council-matter-overdue-text = { $count ->
    [one] One measure that was decided is
   *[other] { $count } measures that were decided are
} overdue. A decision protects nobody until it is carried out.
council-matter-lowest = Of what is assessed, { $area } is weakest.
council-matter-lowest-text = Here { $score } of the requirements of { $framework } is substantiated.
council-matter-lapse = What has been shown grows too old.
council-matter-lapse-text = If nobody looks again, { $framework } goes from “{ $from }” to “{ $to }” on { $date }.
council-matter-unanswered = Some things we do not know.
council-matter-unanswered-text = Most is missing in the area { $area } of { $framework }: { $share } is unanswered, or the answer is too old. That is not the same as a fault, but nobody can say that it is in order.
council-matter-declared = Much rests on our own word.
council-matter-declared-text = In the area { $area } of { $framework }, { $share } is declared without anybody having checked it. Supervision or a sample can show whether it holds.
council-matter-dissent = The data protection officer does not agree with everything.
council-matter-dissent-text = The words stand on the data protection officer's own page at the end of this report.
council-plan = What is planned, what does it bring, and what does it cost?
council-plan-none = No measures are planned.
council-plan-sentence = { $count ->
    [one] One measure is proposed, decided or under way. It costs
   *[other] { $count } measures are proposed, decided or under way. Together they cost
} { $cost } in the unit that the assessment uses (normally kroner).
council-plan-areas = Measures still to be done
council-cost = Cost
council-plan-gain = What the measures bring once they are done: substantiated
council-now = Today
council-then = With all measures
council-nothing-done = What happens if nobody does anything?
council-nothing-done-text = Evidence does not last for ever: an exercise of three years ago does not show that the plan works today. The figure shows what happens until { $until } if nothing is looked at again.
council-courses = Without new evidence, until { $until }
council-courses-alternative = A row for each framework, cut where the band changes: { $courses }.
council-course = { $framework }: { $days }
council-course-day = { $band } ({ $score }) from { $date }
council-course-end = { $score } on { $date }
council-from = From
council-band = Band
council-asked = What the council is asked to do
council-ask-note = To take note of the status.
council-ask-overdue = To ask for an account of the { $count ->
    [one] measure that is
   *[other] { $count } measures that are
} overdue, with a new date and somebody responsible.
council-ask-unaccounted = To be told what became of the { $count ->
    [one] measure that
   *[other] { $count } measures that
} the assessment does not account for.
council-ask-plan = To discuss whether the { $count ->
    [one] planned measure
   *[other] { $count } planned measures
} for { $cost } are the right way at the right pace.
council-ask-renew = To see to it that what has been shown once is looked at again before it is too old.
council-ask-next = To discuss information security again in a year on the same footing.
council-area-systems = IT systems, networks and equipment: access, logging, backups, updates and protection against attacks.
council-area-physical = Buildings and equipment: who can get in, and what happens in case of fire, water or power failure.
council-area-law-and-contract = What the law demands, and the agreements with those who process data for the organisation: whether there is a basis, and whether anybody follows up.
council-area-staff-and-processes = People and processes: management, roles, training, follow-up and how mistakes are learned from.
council-area-bars = { $area }: how much is substantiated?
council-area-moved = Since last time: { $moves }.
council-area-move = { $framework } { $change } percentage points
council-area-followed = Of { $count ->
    [one] one measure that was
   *[other] { $count } measures that were
} decided or under way last year, { $done ->
    [0] none
   *[other] { $done }
} can be seen to be done; { $overdue ->
    [0] none is
    [one] one is
   *[other] { $overdue } are
} overdue.
council-area-planned = { $count ->
    [one] One measure is
   *[other] { $count } measures are
} still to be done, at a cost of { $cost }.
council-area-none-planned = No measure is planned here.
council-area-few = The area has fewer than five requirements of { $frameworks }. A number would show how single requirements fare, so it stands in the closed report only.
council-topic-awareness = Awareness
council-topic-awareness-text = Most attacks begin with a person in a hurry. So staff, managers and politicians have to know the most important rules, practise, and dare to report mistakes.
council-topic-awareness-ask = The council can ask itself: when did we as politicians last have a course, and how many of the staff have had one this year?
council-topic-suppliers = Suppliers
council-topic-suppliers-text = Many of the systems that a hospital uses are run by others. An agreement is the first step; the next is to see whether it is kept.
council-topic-suppliers-ask = The council can ask: which suppliers do we depend on most, and when did we last check on them?
council-topic-contingency = Contingency
council-topic-contingency-text = When systems are down, patients must still be treated. A contingency plan is worth something only once it has been exercised.
council-topic-contingency-ask = The council can ask: when did we last practise working without the systems, and what did we learn?
council-topic-level = On the state's yardstick the area is at { $level } of 5; the norm is 4. The number rests on the organisation's own declared answers.
council-topic-few = The area has few requirements. A number would show how single requirements fare, so the numbers stand in the closed report only.
council-dpo = The data protection officer's page
council-dpo-intro = The data protection officer is independent and writes alone. Nobody has changed the words.
council-dpo-none = The data protection officer has written nothing for this report.
council-dpo-by = { $by }, { $date }
council-dpo-dissent = Where the data protection officer sees it otherwise than declared
council-dpo-on = The data protection officer, on something in: { $objectives }

## At the end of every report

about-method = How the numbers are made
about-method-1 = Each requirement asks what the organisation does. The answer rests on evidence: agreements, samples, exercises, audits and the word of those who know.
about-method-2 = A self-assessment counts half. Internal control counts more, independent audit counts in full.
about-method-3 = Evidence ages. When it is too old it counts less, and in the end not at all.
about-method-4 = There are three numbers: substantiated (would stand before an auditor), declared (everybody's word taken in full) and possible (100 less what is known to be wrong).
about-method-5 = A fault that somebody found stands until a look that is as sure shows that it is mended.
about-method-6 = Requirements rest on each other: nobody finds faults in logs that are not written. What is weak holds back what is strong.
about-method-7 = What has not been looked at is neither zero nor in order. It stands as unanswered.
about-method-8 = Points above the target in one area never make up for shortfalls in another. Numbers are cut, never rounded up.
about-method-9 = The bands are: not (up to 15), partly (up to 50), largely (up to 85) and fully met.
about-method-10 = The same basis always gives the same numbers. The whole method is public and can be recomputed by hand.
about-glossary = Glossary
about-word = Word
about-meaning = Meaning
about-word-substantiated = What would stand before an auditor.
about-word-declared = What we say ourselves, taken in full.
about-word-possible = 100 less what is known to be wrong.
about-word-held-back = It is in order by itself, but what it rests on is not.
about-word-unanswered = Nobody has answered, or the answer is too old.
about-word-known-wrong = Somebody looked and found that it is not in order.
about-norm = norm
about-word-norm = The band that a requirement has to reach.
about-requirement = requirement
about-word-requirement = One of the questions that a standard or a law asks.
about-sources = Sources, editions and digests
about-sources-intro = A digest is a number that changes if the content does. With it anybody can check that this report rests on exactly these editions. Method { $method }.
about-catalogues = Catalogues
about-catalogue = Catalogue
about-edition = Edition
about-digest = Digest
about-sources-head = Sources
about-assessment = The assessment:
about-assessment-before = The earlier assessment:
about-scope = What the assessment covers
about-signed = Sign-off
about-unsigned = Nobody has signed the assessment.
about-draft = The assessment is a draft.
about-signature = { $role }: { $by }, { $date }

## Agenda item

agenda-title = Yearly discussion of information security
agenda-motion = Motion
agenda-motion-intro = The administration moves that the council:
agenda-motion-note = takes note of the status of information security
agenda-motion-overdue = is given an account of the { $count ->
    [one] measure that is
   *[other] { $count } measures that are
} overdue
agenda-motion-plan = discusses the { $count ->
    [one] measure that is
   *[other] { $count } measures that are
} still to be done
agenda-motion-next = discusses information security again in a year on the same footing
agenda-summary = Summary
agenda-case = The case
agenda-case-intro = The council discusses information security every year. The basis is an assessment as of { $date } of { $entity } against { $frameworks }.
agenda-economy = Economy
agenda-economy-none = The item has no economic consequences of its own: no measures are planned.
agenda-economy-text = The item has no economic consequences of its own. The { $count } measures still to be done cost { $cost } together, in the unit that the assessment uses (normally kroner).
agenda-annexes = Annexes
agenda-annex-report = Information security: status for the council, { $entity }, { $date }
agenda-annex-dpo = The statement of the data protection officer (a page of the report)

## Reports: words that several use

report-and = { $before } and { $last }
report-name = Name
report-area-plain = Area
council-overdue-note = They are neither done nor dropped, and the day has passed.
council-topic-question = A question to ask:

## The command: report

report-written = written to { $file }
report-one-file = a report for { $audience } is of one assessment; give the previous one with --previous
report-over-input = { $file } is one of the assessments: choose another name for the report
report-no-pdf = { $file }: this build of the command writes no PDF; the one built with `cargo build --release -p pejling-cli --features pdf` does. Write .html here: a browser can print it to PDF
report-unknown-ending = { $file }: a report is .html, .md or .pdf
report-no-json = there is no JSON of a report for { $audience }: the commands score, plan, forecast, bridge and the others each give theirs
framework-iso27001 = ISO 27001
framework-gdpr = GDPR
framework-principles = The seven principles
framework-political-line = The political line
framework-nis2 = The NIS 2 act
report-objective = Objective
report-assessed = Assessed
report-of-entities = { $assessed } of { $applicable }
report-dissent = Where others see it otherwise than declared
report-dissent-by = { $voice }, on { $requirement } at { $entity }
report-measure = measure
report-own-before = before
report-own-now = now
report-expected = expected
report-followed = Measures that were decided or under way on { $date }. Before and now are the requirement's own score, substantiated; expected is what the measure should reach
report-evidence = evidence
report-by = by
report-brings = brings most
report-brings-of = { $change } in { $objective }
report-or = or
agenda-case-reading = The numbers show how much of the requirements we can show that we meet. What is substantiated would stand before an auditor. The rest is not necessarily wrong, but it has not been shown. The frameworks are never added up to one number.

## The closed report

ciso-title = Information security: requirement by requirement
ciso-overview = Overview
ciso-below-norm = Below the norm, and what holds it back
ciso-below-intro = Requirements where what is substantiated is below the norm, or nothing is assessed; the weakest first. What holds a requirement back has to be lifted first: until that is done, nothing else helps.
ciso-below = { $framework }: { $count } requirements below the norm
ciso-held-back-by = held back by
ciso-keystones = Keystones: what most waits for
ciso-keystones-intro = A keystone is a requirement that others rest on. Lift it, and what it holds back rises with it.
ciso-keystones-none = Nothing is held back by anything else.
ciso-keystone = holds back { $held_back } points, { $alone } of them alone
ciso-keystones-chart = The greatest keystones: points they hold back over all objectives (the dark part: alone)
ciso-keystones-alternative = A bar for each requirement, as long as what it holds back: { $keystones }.
ciso-holds-back = holds back
ciso-alone = of that alone
ciso-findings = Open findings, and who could close them
ciso-findings-intro = A finding is closed by looking again at what was wrong: later, at least as sure, and at least as much. Saying that it is mended closes nothing.
ciso-findings-none = No finding is open.
ciso-findings-table = Open findings ({ $count }), the gravest first
ciso-finding = finding
ciso-found-by = found by
ciso-wrong = wrong
ciso-closable = could be closed by
ciso-closable-by = { $who } that looks at { $share } at least
ciso-expiring = What grows too old
ciso-renewals = What is worth most to do again
ciso-nothing-expires = No evidence loses validity before { $until }.
ciso-expiring-table = Evidence that loses worth before { $until } ({ $count })
ciso-stale = falls from
ciso-worthless = worth nothing from
ciso-plan = The plan: in which order?
ciso-plan-table = { $objective }: the measures in the order that brings most first
ciso-then = then
ciso-what-happened = what happened
ciso-steps = { $objective }: what moved most ({ $shown } of { $count })
ciso-step-aged = grew older
ciso-step-withdrawn = is no longer there
ciso-step-edited = says something else
ciso-step-new = is new
ciso-step-closed = closed a finding
ciso-step-excluded = no longer applies
ciso-step-included = applies again
ciso-step-weighed = the weight is another
ciso-step-served = the service covers another share
ciso-step-came = came
ciso-step-moved = moved
ciso-step-left = left
ciso-step-catalogue = the catalogue is another one
ciso-soa = Statement of Applicability
ciso-soa-table = Controls of Annex A
about-meaning-why = reason
ciso-arithmetic = The arithmetic of every number
ciso-arithmetic-above = The number of the whole is the weighted mean of its parts, cut to two decimals. Each part follows by itself.
ciso-arithmetic-of = The arithmetic: { $entity }
ciso-arithmetic-reading = Each piece of evidence adds a share, times how far it can be trusted. What the requirement rests on sets a ceiling. All numbers here are substantiated where nothing else is said.
ciso-arithmetic-objectives = Objectives at { $entity }
ciso-arithmetic-requirements = Requirements at { $entity }
ciso-points = points
ciso-points-of = { $points } / { $weight }
ciso-mean = mean
ciso-caps = ceiling of critical requirements
ciso-evidence-adds = evidence: share · trust
ciso-own = own score
ciso-rests-on = ceiling of what it rests on
ciso-allows = { $requirement } allows { $cap }
ciso-composite = is exactly what it requires
ciso-no-evidence = none
ciso-walk = ({ $terms }) / 100 = { $sum } → { $score }
ciso-sum = Sum of weight · score
ciso-mean-cut = Divided and cut

## The steering group

steering-title = Information security: status for the steering group
steering-side = Side by side
steering-alone = There is one assessment only. Name the others' after one's own to see them side by side.
steering-intro = { $own } beside { $count ->
    [one] one other
   *[other] { $count } others
}. Of the others no more is shown than they consented to.
steering-named = These let themselves be named: { $names }.
steering-not-all = Not all let their figures be shown. So it only says where one stands beside the others.
steering-of-others = { $which } of the { $count } others
steering-position = Substantiated, one's own organisation is { $position } what the { $count } others span.
steering-no-position = Where one stands beside the others is not said: that would reveal one of them, or nothing is assessed.
steering-order = Who stands above whom?
steering-order-intro = An order holds only requirement by requirement, or under all declared weights. Otherwise there is none.
steering-no-order = No order can be shown.
steering-lessons = Whom can one learn from?
steering-lessons-intro = The requirements where one is weakest, and those who can show that they meet them fully.
steering-lessons-table = { $entity }: the weakest requirements ({ $shown } of { $count })
steering-teachers = to learn from
steering-criteria = The five success criteria
steering-criteria-intro = The criteria are the words of the terms of reference. The requirements under them are our reading.
steering-criteria-chart = How far are we with each criterion?
steering-criteria-positions = Beside the others, substantiated:
steering-no-criteria = The assessment does not name the catalogue politisk-linje-2018. Add it to follow the five success criteria.
steering-follow-up = Follow-up of measures

## Working groups

groups-title = Information security: what is next for each working group
groups-measures = Measures to complete
groups-no-measures = No measures are planned for the group.
groups-measures-table = Measures ({ $count }), the earliest first
groups-renew = What to look at again
groups-renew-intro = Evidence that will soon be too old. What is worth most comes first.
groups-no-renewals = None of the group's evidence has to be renewed.
groups-renew-table = Look again ({ $shown } of { $count })
groups-look = What is below the norm or was never looked at
groups-look-intro = The weakest first, with the question to answer.
groups-nothing-to-look-at = All the group's requirements reach the norm.
groups-look-table = Requirements below the norm ({ $shown } of { $count })
groups-question = the question

## Screening

screening-title = Screening: security and law
screening-outcome-head = The outcome
screening-outcome = The outcome is: { $outcome }.
screening-counts = { $go } questions are fine, { $conditions } are conditions, and { $no ->
    [0] none stands
    [one] one stands
   *[other] { $no } stand
} in the way.
screening-reading = A screening comes before there is evidence, so it goes by what is declared. What somebody found to be wrong counts all the same, and a question that nobody answered is never a yes.
screening-stopping = What stands in the way
screening-stopping-intro = These have to be mended before the project can begin.
screening-stopping-table = Questions that stop the project ({ $count })
screening-conditions-head = Conditions
screening-conditions-head-intro = The project can begin once each condition has a measure with an owner and a date.
screening-conditions-head-table = Conditions ({ $count })
screening-fine = Fine
screening-fine-intro = These reach the norm by what is declared.
screening-fine-table = Questions at the norm ({ $count })
screening-question = question
screening-what = who does what, and when
ciso-objectives = { $framework }: all objectives
ciso-mean-of = { $objective }: the mean

## PDF

report-page = Page { $page } of { $pages }
pdf-attached-extract = Numbers by area, as they may be published
pdf-attached-result = The result requirement by requirement. Not to be published
pdf-not-public = { $file } must not be carried by a report that is published
pdf-unset = the report cannot be set as PDF: { $detail }. Write .html, and report the fault
