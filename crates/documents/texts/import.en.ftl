## Other people's files: the proposal

import-proposal = Proposal: this is how { $file } would be read
import-sure = sure
import-sure-rule = { $sure } % sure in all: as sure as what is least sure. 100 is a heading of the word list, 75 one that contains a word of it, 50 what content alone speaks for, or two columns on the same; and never more than the share of cells that can be read.
import-csv = Text in { $encoding }, with { $separator } between cells.
import-separator-tab = a tab
import-sheet = Sheet { $sheet }: headings in row { $row }, { $rows ->
    [one] { $rows } row with a requirement
   *[other] { $rows } rows with a requirement
}
import-scale = Numbers are on the scale { $scale }: the file itself says so.
import-column = column
import-heading = heading
import-read-as = read as
import-example = row { $row }
import-not-read = Not read
import-not-read-column = { $column } { $heading }
import-no-such-heading = (no heading)
import-not-read-rival = { $column } { $heading } (says the same as a column that is read)
import-not-read-sheet = sheet { $sheet }: { $why ->
    [hidden] it is hidden
    [no-names] no names of requirements
   *[other] requirements, but no column with a status
}
import-field-requirement = requirement
import-field-title = title
import-field-applicable = does it apply?
import-field-status = status
import-field-maturity = maturity
import-field-reason = reason
import-field-evidence = description
import-field-reference = reference
import-field-owner = owner
import-field-date = date
import-map-hint = Mend what is wrong: --write-map map.toml writes the proposal, and --map reads it again.
import-accept = Not written: the proposal is { $sure } % sure
    .help = If it is right, run again with --accept. Else write it with --write-map, mend it, and read with --map.

## Other people's files: the account

import-account = { $evidence ->
    [one] { $evidence } row became evidence
   *[other] { $evidence } rows became evidence
}, { $exclusions } an exclusion, { $left } nothing
import-self = All of it is self-assessment: the file says what somebody thinks, not what somebody has examined.
import-left = { $count ->
    [one] row
   *[other] rows
} { $rows } ({ $why })
import-left-heading = heading or above it
import-left-group = heading of a group
import-left-repeated = the heading again
import-left-total = a total
import-left-unanswered = no answer
import-left-text = text without requirement and answer
import-left-skipped = left out by the map
import-note = Imported from { $file }, sheet { $sheet }, row { $row }: { $status }
import-note-reason = Reason: { $reason }
import-note-owner = Owner: { $owner }

## Other people's files: what is wrong

import-unknown-catalogue = no catalogue is called { $catalogue }; there are { $known }
import-no-names = no sheet has a column with names of requirements of { $catalogue }: { $sheets }
    .help = If it is another catalogue, choose it with --catalogue.
import-no-answers = no column says how far requirements are, or whether they apply: { $headings }
    .help = Write a map that names the column by its letter, and read with --map.
import-no-answers-anywhere = no sheet has both requirements and answers: { $sheets }
    .help = Write a map that names the columns by their letters, and read with --map.
import-answers-by-marks = the answers are marks under headings that are answers themselves: { $columns }
    .help = Make one column with the heading Status, and write the answer in it: Implemented, Partial, Not implemented, Not applicable.
import-no-heading = there is no row of known headings above the first requirement
    .help = Write headings such as Control ID, Status and Justification above the columns, or a map that names them by their letters.
import-two-sheets = the sheets { $one } and { $other } answer the same requirements
    .help = Choose one with --sheet.
import-open-quote = a quotation mark in line { $line } is not closed, so that several rows stand in one cell
    .help = Close it, or save the file as .xlsx.
import-map-not-utf8 = the map is not text in UTF-8: from here on it cannot be read
    .help = Save the map again as text in UTF-8.
import-map-empty = the map names no sheet
import-map-sheet = no sheet is called { $sheet }; there are { $sheets }
import-map-column = { $column } is not a column
    .help = Write the letter of the column, as C.
import-map-heading = here the heading { $heading } should be, and here is { $found }
    .help = The file looks different from the one that the map was made for. Mend the map.
import-map-word = { $word } stands for { $meaning }, which is no answer
    .help = Write a percentage as 50, or excluded or unanswered.
import-map-scale = there is no scale { $scale }; there are { $known }
import-map-bare = { $found } is neither controls nor clauses
import-no-name = the row has an answer, but { $text } is not the name of a requirement
    .help = Write the name of the requirement, or leave the row out with skip_rows in the map.
import-unknown-name = { $text } is no requirement of { $catalogue }
    .help = Mend the name, or leave the row out with skip_rows in the map.
import-other-edition = { $name } is a name of { $other }, and the file is read by { $catalogue }; { $count ->
    [one] so is { $count } row
   *[other] so are { $count } rows
}
    .help = Read the file with --catalogue { $other }, and carry the assessment on with pejling catalogue migrate.
import-name-is-date = the spreadsheet has made the date { $text } of the name
    .help = Format the column as text and write the name again, as A.5.8.
import-name-lost-zero = { $text } can be { $meanings }: spreadsheets drop zeros at the end
    .help = Format the column as text and write the name again, as A.8.10. A title that is the catalogue's word for word decides it as well.
import-control-or-clause = { $text } can be the control { $control } or the clause { $clause }, and the title does not decide: { $title }
    .help = Write A. in front of controls, or bare_ids = "controls" or "clauses" in the map.
import-twice = { $requirement } has an answer in { $cell } already
    .help = Keep one. If a zero was dropped, so that A.8.10 became 8.1, write it again.
import-row-shifted = the row has more cells than the heading: { $text }
    .help = A separator within a text moves all behind it by one column. Put the text in quotation marks, or save the file as .xlsx.
import-unknown-applicability = { $text } says neither yes nor no
    .help = Write yes or no.
import-unknown-status = { $text } is not in the table of status words; { $count ->
    [one] that concerns { $count } row
   *[other] that concerns { $count } rows
}
    .help = Say in the map what it stands for, under [words]: a percentage as 50, excluded or unanswered.
import-two-answers = { $applicable } and { $status } contradict each other
    .help = A requirement is either not applicable or more or less met. Mend what is wrong.
import-percent-or-part = { $text } under a heading of percent can be a share or less than one percent
    .help = Write it as a percentage, as 80.
import-off-scale = { $text } is not on the scale { $scale }
import-scale-unknown = the file does not say on which scale its numbers are; { $count ->
    [one] that concerns { $count } row
   *[other] that concerns { $count } rows
}
    .help = Say it with --scale, as --scale 0-5.
import-without-date = the file does not say when it was found; { $count ->
    [one] that concerns { $count } row
   *[other] that concerns { $count } rows
}
    .help = Say it with --date, as --date 2026-06-30: the day on which the file was filled in.
import-exclusion-without-reason = { $requirement } does not apply, and no reason is given
    .help = Write the reason. An exclusion without a reason is a fault.
import-exclusion-terms = { $count ->
    [one] a requirement is excluded
   *[other] { $count } requirements are excluded
}, and the file does not say who approved it, for what kind of reason and until when
    .help = Say it with --approved-by, --class and --review-by.
import-nothing = none of the { $rows } rows of the file became evidence or an exclusion
    .help = A column that says that a requirement applies does not say how far it is.
