//! `pejling compare`: one organisation beside others, as far as these let it be seen.

use pejling_core::{Basis, Position};
use pejling_documents::{
    ComparisonDocument, ComparisonOptions, EvidenceCount, Family, Faults, FigureResult, LessonResult, Library, ObjectiveComparisonResult,
    OrderResult, Ranking, Side, SpanResult, Triple, WeakSpotResult,
};

use crate::args::{Arguments, CompareOptions, Format};
use crate::dissent::Dissent;
use crate::input::{Inputs, Problem};
use crate::table::{heading, table};
use crate::{Outcome, print, print_json};

/// The most weak spots that are shown of one entity; JSON has all.
const WEAK_SPOTS_SHOWN: usize = 10;

pub(crate) fn run(arguments: &Arguments, options: &CompareOptions, inputs: &Inputs, library: &Library<'_>) -> Result<Outcome, Problem> {
    let (mut faults, mut all) = (Faults::default(), Vec::new());
    for source in inputs.sources() {
        match library.check(source) {
            Ok(checked) => all.push((source.name, checked)),
            Err(found) => faults.extend(found),
        }
    }
    if !faults.faults.is_empty() {
        return Err(faults.into());
    }
    let sides: Vec<_> = all.iter().map(|(file, checked)| Side { file: *file, checked }).collect();
    let comparison = library.compare(
        &sides,
        &ComparisonOptions {
            as_of: options.files.as_of.map(|date| date.0),
            own: options.own.clone(),
            level: options.level,
            entity: options.entity.clone(),
        },
    )?;
    match arguments.format {
        Format::Json => print_json(&comparison),
        Format::Human | Format::Dot | Format::Svg | Format::Html | Format::Md => {
            print(&Shown { comparison: &comparison, library, all: options.all }.text())
        }
    }
}

struct Shown<'a> {
    comparison: &'a ComparisonDocument,
    library: &'a Library<'a>,
    all: bool,
}

impl Shown<'_> {
    fn text(&self) -> String {
        let mut text = format!("{}\n", self.comparison.sentence(self.library));
        text += &self.rules();
        for catalogue in self.comparison.catalogues.keys() {
            text += &self.framework(catalogue);
        }
        text + &self.order() + &self.lessons() + &self.dissent()
    }

    fn word(&self, key: &str) -> String {
        self.library.language.text(key)
    }

    fn line(&self, key: &str, args: &[(&str, &str)]) -> String {
        format!("  {}\n", self.library.language.text_with(key, args))
    }

    /// What may be seen of the others, and of whom.
    fn rules(&self) -> String {
        let ComparisonDocument { everybody_consents, named, others, .. } = self.comparison;
        let spans = self.comparison.objectives.values();
        let rule = if *everybody_consents {
            "comparison-everybody-consents"
        } else if spans.clone().any(|it| it.span.is_some()) {
            "comparison-of-a-crowd"
        } else if spans.clone().any(|it| it.position.is_some()) || others.organisations > 1 {
            "comparison-positions-only"
        } else {
            "comparison-of-one"
        };
        let who: Vec<_> = named.iter().map(|(id, it)| it.name.as_deref().unwrap_or(id)).collect();
        let count = others.organisations.to_string();
        let who = if who.is_empty() { self.word("comparison-nobody") } else { who.join(", ") };
        self.line(rule, &[("count", &count)]) + &self.line("comparison-named", &[("names", &who)])
    }

    /// The objectives of a framework that are shown: of attributes only where all are asked for.
    fn objectives(&self, framework: &str) -> Vec<(String, String, Family, &ObjectiveComparisonResult)> {
        let Some(catalogue) = self.library.find(framework) else { return Vec::new() };
        let shown = catalogue.objectives.iter().filter(|it| self.all || it.family.0 != Family::Attribute);
        let found = shown.filter_map(|it| {
            let id = format!("{framework}:{}", it.id);
            let comparison = self.comparison.objectives.get(&id)?;
            Some((self.library.title(&id).unwrap_or(&it.id).to_owned(), id, it.family.0, comparison))
        });
        found.collect()
    }

    fn framework(&self, framework: &str) -> String {
        let objectives = self.objectives(framework);
        if objectives.is_empty() {
            return String::new();
        }
        let is_span = objectives.iter().any(|(.., it)| it.span.is_some());
        let is_named = objectives.iter().any(|(.., it)| !it.named.is_empty());
        let mut heads: Vec<String> =
            ["objective", "comparison-own", "substantiated", "declared", "possible", "comparison-n"].map(|it| self.word(it)).into();
        if is_span {
            heads.extend(["comparison-lowest", "comparison-median", "comparison-highest"].map(|it| self.word(it)));
        }
        if is_named {
            heads.push(self.word("comparison-by-name"));
        }
        let rows = objectives.iter().map(|(title, id, _, it)| {
            let mut row = vec![title.clone(), self.own(id, it)];
            row.extend(self.positions(it));
            row.push(it.others.entities.to_string());
            if is_span {
                row.extend(self.span(it.span.as_ref()));
            }
            if is_named {
                let named = it
                    .named
                    .iter()
                    .map(|(who, figure)| format!("{} {}", self.name(who), self.figure(id, figure.as_ref(), &self.dissent_of(who))));
                row.push(named.collect::<Vec<_>>().join("; "));
            }
            row
        });
        let title = self.library.framework_title(framework).unwrap_or(framework);
        heading(title) + &table(&heads, rows.collect(), &[5])
    }

    /// What one's own score, each with its name where there are several.
    fn own(&self, id: &str, objective: &ObjectiveComparisonResult) -> String {
        let dissent = Dissent(self.comparison.dissent.clone());
        let several = objective.own.len() > 1;
        let figures = objective.own.iter().map(|(entity, figure)| {
            let figure = self.figure(id, figure.as_ref(), &dissent);
            if several { format!("{} {figure}", self.own_name(entity)) } else { figure }
        });
        figures.collect::<Vec<_>>().join("; ")
    }

    /// The three readings; what nobody assessed is said to be so and shows no number.
    fn figure(&self, id: &str, figure: Option<&FigureResult>, dissent: &Dissent) -> String {
        match figure {
            None => self.word("not-applicable"),
            Some(FigureResult { band: None, score: _ }) => self.word("not-assessed"),
            Some(FigureResult { band: Some(_), score }) => dissent.triple(id, self.numbers(*score)),
        }
    }

    fn numbers(&self, Triple { declared, possible, substantiated }: Triple) -> [String; 3] {
        [substantiated, declared, possible].map(|it| self.library.language.number(it))
    }

    /// The dissent of another organisation that consents to be named, by the name of that or of one of its entities.
    fn dissent_of(&self, who: &str) -> Dissent {
        let organisation = who.split_once('/').map_or(who, |(organisation, _)| organisation);
        Dissent(self.comparison.named.get(organisation).map(|it| it.dissent.clone()).unwrap_or_default())
    }

    /// Whose view it is that differs: one's own organisation's, then those of others that consent to be named.
    fn dissent(&self) -> String {
        let named = self.comparison.named.values().flat_map(|it| it.dissent.iter().cloned());
        Dissent(self.comparison.dissent.iter().cloned().chain(named).collect()).section(self.library)
    }

    fn positions(&self, objective: &ObjectiveComparisonResult) -> [String; 3] {
        let Some(position) = &objective.position else { return ["", "", ""].map(|_| self.word("comparison-nothing-said")) };
        let said = |it: Position| self.word(&format!("position-{}", it.name()));
        [&position.substantiated, &position.declared, &position.possible].map(|it| said(it.0))
    }

    fn span(&self, span: Option<&SpanResult>) -> [String; 3] {
        let Some(SpanResult { highest, lowest, median }) = span else { return ["", "", ""].map(|_| self.word("comparison-nothing-said")) };
        [*lowest, *median, *highest].map(|it| self.numbers(it).join(" / "))
    }

    /// Who stands above whom: over whole frameworks, or in each objective where all are asked for.
    fn order(&self) -> String {
        let mut text = String::new();
        if self.comparison.too_many_to_order {
            return heading(&self.word("comparison-order"))
                + &self.line("comparison-too-many", &[("limit", &pejling_core::ORDER_LIMIT.to_string())]);
        }
        for catalogue in self.comparison.catalogues.keys() {
            for (title, _, family, objective) in self.objectives(catalogue) {
                if !objective.order.is_empty() && (self.all || family == Family::Framework) {
                    let weightings = objective.weightings.to_string();
                    text += &self.line("comparison-order-of", &[("objective", &title), ("count", &weightings)]);
                    text += &objective.order.iter().map(|it| format!("    {}\n", self.pair(it))).collect::<String>();
                }
            }
        }
        if text.is_empty() { text } else { heading(&self.word("comparison-order")) + &text }
    }

    fn pair(&self, pair: &OrderResult) -> String {
        let OrderResult { basis, first, order, second, why } = pair;
        let (first, second) = (self.name(first), self.name(second));
        let (above, below) = if order.0 == Ranking::Below { (&second, &first) } else { (&first, &second) };
        let key = match (order.0, basis.as_ref().map(|it| it.0), why) {
            (Ranking::Above | Ranking::Below, Some(Basis::Members) | None, _) => "order-by-members".to_owned(),
            (Ranking::Above | Ranking::Below, Some(Basis::Weights), _) => "order-by-weights".to_owned(),
            (Ranking::Equal, ..) => "order-equal".to_owned(),
            (Ranking::Unranked, _, why) => {
                let why = why.as_ref().map(|why| self.word(&format!("unranked-{}", why.0.name().replace('_', "-")))).unwrap_or_default();
                return self.library.language.text_with("order-unranked", &[("first", &first), ("second", &second), ("why", &why)]);
            }
        };
        self.library.language.text_with(&key, &[("above", above), ("below", below)])
    }

    /// What is below the norm, and who can teach it.
    fn lessons(&self) -> String {
        let mut text = String::new();
        for (entity, own) in &self.comparison.own {
            let count = own.weak_spots.len();
            let name = self.own_name(entity);
            text += &heading(&self.library.language.text_with("comparison-lessons", &[("entity", &name), ("count", &count.to_string())]));
            text += &own.weak_spots.iter().take(WEAK_SPOTS_SHOWN).map(|spot| self.weak_spot(spot)).collect::<String>();
            if count > WEAK_SPOTS_SHOWN {
                text += &self.line("more-of-them", &[("count", &(count - WEAK_SPOTS_SHOWN).to_string())]);
            }
        }
        text
    }

    fn weak_spot(&self, spot: &WeakSpotResult) -> String {
        let WeakSpotResult { band, norm: _, requirement, score } = spot;
        let figure = if band.is_some() {
            Dissent(self.comparison.dissent.clone()).triple(requirement, self.numbers(*score))
        } else {
            self.word("not-assessed")
        };
        let title = self.library.title(requirement).map_or_else(|| requirement.clone(), |title| format!("{requirement} {title}"));
        let mut text = format!("  {title}: {figure}\n");
        let Some(LessonResult { named, others }) = self.comparison.lessons.get(requirement) else { return text };
        for (who, evidence) in named {
            let evidence = evidence.iter().map(|it| self.evidence(it)).collect::<Vec<_>>().join(", ");
            let evidence = if evidence.is_empty() { self.word("nothing") } else { evidence };
            text += &format!("  {}", self.line("lesson-named", &[("who", &self.name(who)), ("evidence", &evidence)]));
        }
        if let Some(count) = others {
            text += &format!("  {}", self.line("lesson-others", &[("count", &count.to_string())]));
        } else if named.is_empty() {
            text += &format!("  {}", self.line("lesson-nobody", &[]));
        }
        text
    }

    fn evidence(&self, it: &EvidenceCount) -> String {
        let EvidenceCount { assurance, count, kind } = it;
        let (kind, assurance) = (kind.0.name().replace('_', "-"), assurance.0.name());
        format!("{count} {} ({})", self.word(&format!("kind-{kind}")), self.word(&format!("assurance-{assurance}")))
    }

    fn own_name(&self, entity: &str) -> String {
        let name = self.comparison.own.get(entity).and_then(|it| it.name.as_deref());
        name.unwrap_or(entity).replace(['\n', '\r', '\t'], " ")
    }

    /// The name for people of an entity that may be named: one's own, or of an organisation that consents.
    fn name(&self, key: &str) -> String {
        let (organisation, entity) = key.split_once('/').unwrap_or((key, key));
        let name = if organisation == self.comparison.organisation {
            return self.own_name(entity);
        } else {
            self.comparison.named.get(organisation).and_then(|it| it.entities.get(entity)?.as_deref())
        };
        name.unwrap_or(key).replace(['\n', '\r', '\t'], " ")
    }
}
