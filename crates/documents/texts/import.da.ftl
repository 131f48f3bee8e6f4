## Andres filer: forslaget

import-proposal = Forslag: sådan ville { $file } blive læst
import-sure = sikkert
import-sure-rule = { $sure } % sikkert i alt: så sikkert som det mindst sikre. 100 er en overskrift fra ordlisten, 75 en, der indeholder et af ordene, 50 det, kun indholdet taler for, eller to kolonner om det samme; og aldrig mere end andelen af celler, der kan læses.
import-csv = Tekst i { $encoding }, med { $separator } mellem cellerne.
import-separator-tab = tabulator
import-sheet = Ark { $sheet }: overskrifter i række { $row }, { $rows ->
    [one] { $rows } række med et krav
   *[other] { $rows } rækker med et krav
}
import-scale = Tallene er på skalaen { $scale }: det siger filen selv.
import-column = kolonne
import-heading = overskrift
import-read-as = læses som
import-example = række { $row }
import-not-read = Læses ikke
import-not-read-column = { $column } { $heading }
import-no-such-heading = (uden overskrift)
import-not-read-rival = { $column } { $heading } (siger det samme som en kolonne, der læses)
import-not-read-sheet = arket { $sheet }: { $why ->
    [hidden] det er skjult
    [no-names] ingen navne på krav
   *[other] krav, men ingen kolonne med status
}
import-field-requirement = krav
import-field-title = titel
import-field-applicable = gælder det?
import-field-status = status
import-field-maturity = modenhed
import-field-reason = begrundelse
import-field-evidence = beskrivelse
import-field-reference = henvisning
import-field-owner = ansvarlig
import-field-date = dato
import-map-hint = Ret det, der er forkert: --write-map kort.toml skriver forslaget, og --map læser det igen.
import-accept = Ikke skrevet: forslaget er { $sure } % sikkert
    .help = Er det rigtigt, så kør igen med --accept. Ellers skriv det med --write-map, ret det, og læs med --map.

## Andres filer: regnskabet

import-account = { $evidence ->
    [one] { $evidence } række blev til dokumentation
   *[other] { $evidence } rækker blev til dokumentation
}, { $exclusions } til fravalg, { $left } til intet
import-self = Alt er egenvurdering: filen siger, hvad nogen mener, ikke hvad nogen har efterprøvet.
import-left = { $count ->
    [one] række
   *[other] rækker
} { $rows } ({ $why })
import-left-heading = overskrift eller over den
import-left-group = overskrift for en gruppe
import-left-repeated = overskriften igen
import-left-total = sammentælling
import-left-unanswered = intet svar
import-left-text = tekst uden krav og svar
import-left-skipped = udeladt af kortet
import-note = Indlæst fra { $file }, arket { $sheet }, række { $row }: { $status }
import-note-reason = Begrundelse: { $reason }
import-note-owner = Ansvarlig: { $owner }

## Andres filer: hvad der er galt

import-unknown-catalogue = intet katalog hedder { $catalogue }; her er { $known }
import-no-names = intet ark har en kolonne med navne på krav fra { $catalogue }: { $sheets }
    .help = Er det et andet katalog, så vælg det med --catalogue.
import-no-answers = ingen kolonne siger, hvor langt kravene er, eller om de gælder: { $headings }
    .help = Skriv et kort, der nævner kolonnen med dens bogstav, og læs med --map.
import-no-answers-anywhere = intet ark har både krav og svar: { $sheets }
    .help = Skriv et kort, der nævner kolonnerne med deres bogstaver, og læs med --map.
import-answers-by-marks = svarene er krydser under overskrifter, der selv er svar: { $columns }
    .help = Lav én kolonne med overskriften Status, og skriv svaret i den: Implementeret, Delvist, Ikke implementeret, Ikke relevant.
import-no-heading = der er ingen række med kendte overskrifter over det første krav
    .help = Skriv overskrifter som Krav, Status og Begrundelse over kolonnerne, eller et kort, der nævner dem med deres bogstaver.
import-two-sheets = arkene { $one } og { $other } svarer på de samme krav
    .help = Vælg det ene med --sheet.
import-open-quote = et anførselstegn i linje { $line } er ikke lukket, så flere rækker står i én celle
    .help = Luk det, eller gem filen som .xlsx.
import-map-not-utf8 = kortet er ikke tekst i UTF-8: herfra kan det ikke læses
    .help = Gem kortet igen som tekst i UTF-8.
import-map-empty = kortet nævner ingen ark
import-map-sheet = intet ark hedder { $sheet }; her er { $sheets }
import-map-column = { $column } er ikke en kolonne
    .help = Skriv kolonnens bogstav, fx C.
import-map-heading = her skulle overskriften { $heading } stå, og her står { $found }
    .help = Filen ser ud på en anden måde end den, kortet blev lavet til. Ret kortet.
import-map-word = { $word } står for { $meaning }, som ikke er et svar
    .help = Skriv en procent som 50, eller excluded eller unanswered.
import-map-scale = der er ingen skala { $scale }; her er { $known }
import-map-bare = { $found } er hverken controls eller clauses
import-no-name = rækken har et svar, men { $text } er ikke navnet på et krav
    .help = Skriv kravets navn, eller udelad rækken med skip_rows i kortet.
import-unknown-name = { $text } er ikke et krav i { $catalogue }
    .help = Ret navnet, eller udelad rækken med skip_rows i kortet.
import-other-edition = { $name } er et navn fra { $other }, og der læses efter { $catalogue }; { $count ->
    [one] det gælder { $count } række
   *[other] det gælder { $count } rækker
}
    .help = Læs filen med --catalogue { $other }, og før vurderingen videre med pejling catalogue migrate.
import-name-is-date = regnearket har lavet navnet om til datoen { $text }
    .help = Formatér kolonnen som tekst, og skriv navnet igen, fx A.5.8.
import-name-lost-zero = { $text } kan være { $meanings }: regneark fjerner nuller til sidst
    .help = Formatér kolonnen som tekst, og skriv navnet igen, fx A.8.10. En titel, der er kataloget ordret, afgør det også.
import-control-or-clause = { $text } kan være foranstaltningen { $control } eller kravet { $clause } i standarden, og titlen afgør det ikke: { $title }
    .help = Skriv A. foran foranstaltninger, eller skriv bare_ids = "controls" eller "clauses" i kortet.
import-twice = { $requirement } har allerede et svar i { $cell }
    .help = Behold det ene. Er et nul faldet bort, så A.8.10 blev til 8.1, så skriv det igen.
import-row-shifted = rækken har flere celler end overskriften: { $text }
    .help = Et skilletegn inde i en tekst flytter alt efter det én kolonne. Sæt teksten i anførselstegn, eller gem filen som .xlsx.
import-unknown-applicability = { $text } siger hverken ja eller nej
    .help = Skriv ja eller nej.
import-unknown-status = { $text } står ikke i tabellen over statusord; { $count ->
    [one] det gælder { $count } række
   *[other] det gælder { $count } rækker
}
    .help = Sig i kortet, hvad det står for, under [words]: en procent som 50, excluded eller unanswered.
import-two-answers = { $applicable } og { $status } siger hver sit om samme krav
    .help = Et krav er enten ikke relevant eller mere eller mindre opfyldt. Ret det, der er forkert.
import-percent-or-part = { $text } under en overskrift med procent kan være en andel eller mindre end én procent
    .help = Skriv det som procent, fx 80.
import-off-scale = { $text } er ikke på skalaen { $scale }
import-scale-unknown = filen siger ikke, hvilken skala tallene er på; { $count ->
    [one] det gælder { $count } række
   *[other] det gælder { $count } rækker
}
    .help = Sig det med --scale, fx --scale 0-5.
import-without-date = filen siger ikke, hvornår det blev fundet; { $count ->
    [one] det gælder { $count } række
   *[other] det gælder { $count } rækker
}
    .help = Sig det med --date, fx --date 2026-06-30: den dag, filen blev udfyldt.
import-exclusion-without-reason = { $requirement } er ikke relevant, men uden begrundelse
    .help = Skriv begrundelsen. Et fravalg uden begrundelse er en fejl.
import-exclusion-terms = { $count ->
    [one] et krav er fravalgt
   *[other] { $count } krav er fravalgt
}, og filen siger ikke, hvem der godkendte det, af hvilken slags grund og til hvornår
    .help = Sig det med --approved-by, --class og --review-by.
import-nothing = ingen af filens { $rows } rækker blev til dokumentation eller fravalg
    .help = En kolonne, der siger, at et krav gælder, siger ikke, hvor langt det er.
