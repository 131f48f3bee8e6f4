## Workbooks: the sheets

sheet-start = Start
sheet-start-note = Assessment of information security
sheet-it = IT security
sheet-law = Law and contracts
sheet-organisation = Organisation and management
sheet-dpo = Data protection officer
sheet-other = Other requirements
sheet-group-note = One row for each requirement. Grey cells are guidance; write in the white ones. A requirement that nobody looked at stays empty.
sheet-statements = Applicability
sheet-statements-note = The statement of applicability: why each control is included, whether it is implemented, and who is responsible.
sheet-exclusions = Exclusions
sheet-exclusions-note = Requirements that do not apply. Each exclusion needs a reason, an approver and a day on which it is taken up again.
sheet-measures = Measures
sheet-measures-note = What is proposed, decided or under way: who is responsible, when it is due, and what it is expected to bring.
sheet-dissent = Differing views
sheet-dissent-note = Where the data protection officer or an auditor views a requirement differently, in their own words.
sheet-entities = Entities
sheet-entities-note = The organisation, what is below it and what it rests on: hospitals, systems, suppliers and shared platforms.
sheet-services = Services
sheet-services-note = Where one entity provides something for another, as a shared IT platform does, and how much of the requirement it carries.
sheet-assessment = Assessment
sheet-assessment-note = Whom and what the assessment is of, who signed it, and what others may see.
sheet-catalogues = Catalogues
sheet-catalogues-note = The catalogues that are assessed against, and the edition of each. Do not change them here: ask for a new workbook instead.
sheet-weightings = Weightings
sheet-weightings-note = Weights that the organisation itself would give the requirements of an objective. They move no score; a comparison shows whether the order holds with them.
sheet-lists = Lists
sheet-lists-note = The words of the drop-downs. Do not change them here.

## Workbooks: the start page

start-who = Who
start-who-text = The sheet with your working group's name is yours: IT security, Law and contracts, Organisation and management or Data protection officer. Measures, Exclusions and the other sheets are filled in by whoever collects the answers.
start-answer = An answer
start-answer-text = Read the question and the lines on levels. Choose the level from 0 to 5 that fits (4 is the norm), what kind of evidence it rests on, the date, how sure it is, who examined it, and a reference, such as a case number.
start-counts = Counting
start-counts-text = If you counted, write how many there are, how many were examined and how many were in order instead of a level, and choose whether you picked them or they were drawn at random.
start-more = More answers
start-more-text = Where a requirement has more than one piece of evidence, insert a row and write the requirement's name again in column A. A name in the last column is needed only where a later row closes a finding.
start-empty = Empty
start-empty-text = Leave empty what you do not know. Empty means not assessed; it is neither zero nor good enough.
start-sure = How sure
start-sure-text = A self-assessment is your own word. Internal control means that others in the house looked. An independent audit means that somebody from outside looked. Without both a name and a reference it counts as self-assessment.
start-excluded = Not applicable
start-excluded-text = Where a requirement does not apply to you, it belongs on the sheet Exclusions with a reason, an approver and a day on which it is taken up again.
start-personal = People
start-personal-text = Write no CPR numbers, names of patients or anything else about single persons, in notes neither.
start-time = Time
start-time-text = { $first_year ->
    [true] Here are the { $count } requirements of the first year. They are estimated at { $hours } hours in all, shared among the groups. That is the time to answer, not the time to mend what the answers show.
   *[other] Here are { $count } requirements, and they may take several years. The { $first } of the first year are estimated at { $hours } hours in all; pejling sheet new --first-year makes a workbook of these alone.
}
start-back = Back
start-back-text = Save it as an Excel workbook (.xlsx) and send the file to whom you got it from. Do not change headings or the names of sheets. It is read with: pejling sheet read FILE -o assessment.json

## Workbooks: columns

column-requirement = Requirement
column-title = Title
column-question = Question
column-levels = Levels
column-counts = What counts as evidence
column-level = Level (0-5)
column-kind = Kind
column-date = Date
column-assurance = How sure
column-by = Examined by
column-reference = Reference
column-note = Note
column-entity = Entity
column-population = How many there are
column-examined = Examined
column-ok = In order
column-selection = Selected
column-share = Looked at (%)
column-result = In order (%)
column-valid-days = Valid for days
column-closes = Closes
column-evidence-id = Name of the answer
column-implemented = Implemented
column-why-included = Why included
column-responsible = Responsible
column-class = Ground
column-reason = Reason
column-approved-by = Approved by
column-review-by = Holds until
column-measure-id = Measure
column-score-after = Score after (%)
column-cost = Cost
column-owner = Owner
column-due = Due
column-status = Status
column-decided-by = Decided by
column-decided-on = Decided on
column-voice = Whose view
column-view = The view in their own words
column-entity-id = Short name
column-entity-name = Name
column-entity-kind = Kind
column-parent = Part of
column-weight = Weight
column-provider = Provider
column-served = Provides for
column-service-share = Carries (%)
column-catalogue = Catalogue
column-edition = Edition
column-objective = Objective
column-weighting-why = Why

## Workbooks: the assessment

label-organisation = Organisation
help-organisation = The short name, as on the sheet Entities.
label-as-of = Date of assessment
help-as-of = The day that the assessment is of.
label-scope-note = Scope of the year
help-scope-note = What the assessment covers this year, and what it does not.
label-status = Status
help-status = Draft until it is approved.
label-prepared-by = Prepared by
label-prepared-on = Prepared on
label-reviewed-by = Reviewed by
label-reviewed-on = Reviewed on
label-approved-by = Approved by
label-approved-on = Approved on
help-name = A name or function.
help-date = A date.
help-approved = A name or function. A final assessment must be approved.
label-sharing-figures = May others see the figures?
help-sharing = Where regions are compared. Left empty, nothing is shared.
label-sharing-name = May the organisation be named?
help-sharing-name = Beside its figures where these may be seen, and as an example where it is well substantiated.
label-dpo-by = Data protection officer
label-dpo-on = Words of the data protection officer, date
label-dpo-text = Words of the data protection officer
help-dpo-text = The officer's own text for the report to the council. Nobody else changes it.
label-sharing-by = Sharing approved by
label-sharing-on = Sharing approved on

## Workbooks: words

entity-kind-region = region
entity-kind-hospital = hospital
entity-kind-unit = unit
entity-kind-system = system
entity-kind-project = project
entity-kind-supplier = supplier
entity-kind-platform = platform
selection-chosen = picked
selection-random = at random

## Workbooks: drop-downs

choose = Choose from the list
choose-from-list = Choose one of the words of the list, or leave the cell empty.

## Workbooks: what is wrong with the file

workbook-too-big = the file has { $bytes } bytes (unpacked), and at most { $limit } are read
    .help = A workbook that was filled in is far smaller. Delete pictures and sheets that do not belong, and save it again.
workbook-too-many = the file has { $count } sheets, parts or cells, and at most { $limit } are read
    .help = Delete what does not belong, and save it again.
workbook-old = the file is in the old format of Excel (.xls)
    .help = Open it, and save it as an Excel workbook (.xlsx).
workbook-locked = the file is protected by a password
    .help = Take the password off in Excel (File, Info, Protect Workbook), and save it again.
workbook-other-format = the file is no Excel workbook, whatever it is called: { $format ->
    [empty] it is empty
    [text] it is text, CSV perhaps
    [html] it is a web page
    [ods] it is an OpenDocument spreadsheet
    [xlsb] it is a binary workbook (.xlsb)
    [zip] it is an archive without a workbook
   *[unknown] it is something else
}
    .help = Open it in Excel or LibreOffice, and save it as an Excel workbook (.xlsx).
workbook-broken = the file cannot be read as an Excel workbook: { $detail }
    .help = Open it in Excel or LibreOffice, and save it again.
workbook-not-ours = none of the sheets is one of Pejling's: { $sheets }
    .help = pejling sheet new makes a workbook to fill in.
workbook-format = the workbook is of the format `{ $found }`, and { $expected } is read here
    .help = Use the version of pejling that made it, or make a new workbook.
workbook-links = the file refers to other files. They are not opened.
workbook-unwritable = the workbook cannot be written: { $detail }

## Workbooks: sheets, columns and rows

sheet-unknown = the sheet `{ $sheet }` does not belong here, and something stands on it
    .help = Delete the sheet, or save it in another file. If it is one of the sheets under another name, give it its name back.
sheet-without-heading = the row of headings is missing: { $headings } …
    .help = Put the headings back as they were.
column-unknown = no column is called `{ $heading }`
    .help = Put the heading back as it was, or delete the column.
column-twice = two columns are called { $heading }
    .help = Keep one of them.
column-missing = the column { $heading } is missing
    .help = Put the column back, or move the answers to a new workbook.
row-twice = { $name } stands here twice, also: { $cell }
    .help = Keep one of them.
row-without-finding = the row does not say what was found
    .help = Choose a level. Or write how many there are, were examined and were in order. Or write how many percent are in order.
row-out-of-step = the title is that of { $other }, but the row is { $requirement }
    .help = This happens where only a part of the sheet is sorted. Undo the sorting, or put right the title of the requirement.
row-of-unknown-entity = no entity on the sheet Entities is called `{ $entity }`
    .help = Add the entity, or put its name right.
row-disagrees = { $name } has another reason in an earlier row
    .help = Write the same in all rows.

## Workbooks: cells

cell-missing = { $heading } is missing here
    .help = Fill in the cell, or empty the rest of the row.
cell-too-long = the text is longer than the { $limit } characters that a cell can hold
cell-outside = `{ $text }` stands outside the table: the column has no heading
    .help = Move it into a column, or delete it.
cell-merged = the cells { $area } are merged
    .help = Unmerge them, so that it shows which row and column each answer belongs to.
cell-hidden = { $what ->
    [row] row { $name } is hidden, and read all the same
    [column] column { $name } is hidden, and read all the same
   *[sheet] the sheet { $name } is hidden, and read all the same
}
    .help = Show it, and see whether it belongs.
cell-not-read = `{ $text }` stands where there is only guidance, and is not read
    .help = If it is an answer, move it to a white column, such as Note.
cell-formula = this is a formula
    .help = Write the value instead: a formula may give something else tomorrow.
cell-error = this is { $error }
    .help = Put it right, or empty the cell.
cell-time = this is a time of day
    .help = Write it as text, with an apostrophe in front: the spreadsheet made this of it.
cell-true-or-false = this is TRUE or FALSE
    .help = Write it in words.
cell-date-with-time = the date has a time of day; only the day { $date } is read
cell-date-as-text = the spreadsheet has turned the text into a date; it is read as { $date }
    .help = Write it as text, with an apostrophe in front, if it should read otherwise.
cell-date-unwanted = the spreadsheet has turned what was written into the date { $date }
    .help = Write it again as text, with an apostrophe in front.
cell-not-a-date = `{ $text }` is no date
    .help = Write it as 2026-04-03 or 3 April 2026.
cell-short-year = `{ $text }` has a year of two digits
    .help = Write the year with four digits.
cell-date-unclear = `{ $text }` can be { $one } or { $other }
    .help = Write it as 2026-04-03 or 3 April 2026.
cell-not-a-number = `{ $text }` is no number
    .help = Write digits, with one decimal point or comma at most.
cell-not-a-whole-number = `{ $text }` is no whole number
    .help = Write digits alone.
cell-number-unclear = `{ $text }` can be { $thousands } or a number with three decimals
    .help = Write the number without a point or comma between thousands.
cell-number-two-marks = `{ $text }` has two kinds of marks
    .help = Write the number without marks between thousands.
cell-unknown-word = `{ $text }` is none of the words on the list
    .help = Choose from the list in the cell.
cell-requirement-number = the spreadsheet has made the requirement's name the number `{ $text }`, and it may have been { $meanings }
    .help = Spreadsheets drop zeros at the end. Write the whole name, as iso27001-2022:A.8.10.
cell-requirement-unclear = `{ $text }` can be { $meanings }
    .help = Write the whole name.
cell-unknown-requirement = no requirement of the workbook's catalogues is called `{ $text }`
    .help = The requirements stand on the sheets of the working groups. The sheet Catalogues says which catalogues there are.
cell-unknown-objective = no objective of the workbook's catalogues is called `{ $text }`
    .help = pejling catalogue show CATALOGUE shows the objectives of a catalogue.
cell-cpr = this looks like a CPR number
    .help = Remove it, in your own copy too.

## pejling sheet

sheet-there-already = { $file } is there already, and somebody may have filled it in: choose another name, or say --force
sheet-over-input = { $file } is the file that is read: choose another name
sheet-results-form = { $file } must end in .xlsx or .csv: the ending says what is written

## Workbooks: results

results-title = Results
results-about = About the numbers
results-objectives = Objectives
results-charts = Charts
results-requirements = Requirements
results-state = state
results-assessed = assessed
results-applicable = applicable
results-dissent = viewed differently by
results-method = Method
results-reading = How to read it
results-reading-text = Substantiated is what would stand before an auditor. Declared is the same with everybody's word taken in full. Possible is 100 less what is known to be wrong. Where nothing is assessed there are no numbers: it is neither zero nor good enough.
results-law = Reservation
results-law-text = The numbers say how mature the work is. They do not say whether the law is complied with, and they are no legal advice.
results-chart = Objectives of { $catalogue }: how much is substantiated, held back by others, declared only, unanswered or outdated, and known wrong. The numbers stand in the table above.

## Spreadsheets: records

template-log-review = Log review
template-log-review-note = Review of a log: that somebody looked at who looked up or changed what, and what came of it.
template-log-review-what = System, period and result
template-log-review-all = Lookups in the period
template-log-review-seen = Lookups reviewed
template-log-review-fine = Lookups with a legitimate purpose
template-risk-assessment = Risk assessment
template-risk-assessment-note = Assessment of the risks of systems or processing: that risk was assessed, and that its owner has decided on it.
template-risk-assessment-what = What was assessed, and what it showed
template-risk-assessment-all = Systems or processing activities
template-risk-assessment-seen = Assessed
template-risk-assessment-fine = With a risk that its owner accepted
template-processor-supervision = Supervision of processors
template-processor-supervision-note = Supervision of agreements: that the region has checked whether its processors keep to what they signed.
template-processor-supervision-what = Who was supervised, and what it showed
template-processor-supervision-all = Processors
template-processor-supervision-seen = Supervised
template-processor-supervision-fine = Without open deficiencies
template-awareness-staff = Awareness, staff
template-awareness-staff-note = Awareness and training of staff: who was reached, and with what.
template-awareness-staff-what = What was taught, and to whom
template-awareness-staff-all = Staff
template-awareness-staff-seen = Staff accounted for
template-awareness-staff-fine = Staff who completed
template-awareness-management = Awareness, management
template-awareness-management-note = Awareness and training of managers: who was reached, and with what.
template-awareness-management-what = What management was taught
template-awareness-management-all = Managers
template-awareness-management-seen = Managers accounted for
template-awareness-management-fine = Managers who completed
template-awareness-politicians = Awareness, politicians
template-awareness-politicians-note = Briefings and theme days for the members of the council: who took part, and in what.
template-awareness-politicians-what = What the council was briefed on
template-awareness-politicians-all = Members of the council
template-awareness-politicians-seen = Members accounted for
template-awareness-politicians-fine = Members who took part
template-exercise = Exercise
template-exercise-note = An exercise: what was tried, and whether it worked.
template-exercise-what = Scenario, participants and result
template-exercise-all = Aims of the exercise
template-exercise-seen = Aims that were tried
template-exercise-fine = Aims that were met
template-incident-review = Incident review
template-incident-review-note = Review of incidents: that the cause was found and something was learnt.
template-incident-review-what = Period, causes and lessons
template-incident-review-all = Incidents in the period
template-incident-review-seen = Incidents reviewed
template-incident-review-fine = Incidents handled in time
label-requirement = Evidence of requirement
label-requirement-2 = Also of requirement
label-requirement-3 = And of requirement
help-requirement = The requirement that this page is evidence of, as A.8.15. There will be one evidence for each requirement.
help-requirement-more = Another requirement, or empty.
help-entity = The entity that it holds for, by its short name. Empty means the whole organisation.
help-valid-90 = The day on which the work was finished. It counts in full for 90 days from then, and falls to nothing over as many more.
help-valid-365 = The day on which the work was finished. It counts in full for 365 days from then, and falls to nothing over as many more.
help-what = A few words on what was done and what it showed. Nothing about individual persons.
help-all = How many there are in all, as a whole number.
help-seen = How many of them were looked at.
help-fine = How many of those that were looked at were in order.
help-selection = Did you choose which to look at, or were they drawn at random? A random draw says something about the rest.
help-assurance = Without both a name and a reference it counts as a self-assessment.
help-reference = Where the documentation is, as a case number.
help-closes = Names of earlier answers whose findings this closes, one on each line.

## Spreadsheets: records that are read in

record-alone = the file is a record, which is evidence in an assessment
    .help = Say which assessment it is to be read into: pejling sheet read FILE --into ASSESSMENT.json -o NEW.json
record-missing = the file is no record, and only records are read into an assessment
    .help = pejling sheet template writes one. If it is the workbook of the assessment itself, read it without --into.
record-too-many = { $count } requirements are named, and the page has room for { $limit }
    .help = Write another page.
record-known = the assessment has exactly this evidence already; it was not added again
sheet-read-one = Several files can only be read into an assessment: --into ASSESSMENT.json
