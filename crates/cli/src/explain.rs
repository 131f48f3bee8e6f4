//! `pejling explain`: the arithmetic of one score, line by line, as a pocket calculator would do it.

use pejling_core::{
    ConsolidatedExplanation, Coverage, EvidenceTerm, ObjectiveExplanation, ObjectiveScore, Readings, Relation, RequirementExplanation,
    RequirementScore, Score, Walk,
};
use pejling_documents::{Checked, Language, Library};

use crate::args::{Arguments, ExplainOptions, Format};
use crate::dissent::Dissent;
use crate::input::{Inputs, Problem};
use crate::name::{entity, requirement_or_objective};
use crate::score::{band, one_of, weakest_of};
use crate::table::{heading, indented, table};
use crate::{Outcome, print, print_json};

pub(crate) fn run(arguments: &Arguments, options: &ExplainOptions, inputs: &Inputs, library: &Library<'_>) -> Result<Outcome, Problem> {
    let (checked, as_of) = one_of(inputs, library, options.as_of)?;
    let scores = checked.scores(as_of);
    let entity = entity(&scores, options.entity.as_deref(), library)?;
    let of = requirement_or_objective(&scores, &options.of, library)?;
    if arguments.format == Format::Json {
        return print_json(&checked.explain(&scores, &entity, &of)?);
    }
    let dissent = Dissent(checked.dissent_explained(&scores, &entity, &of));
    let explainer = Explainer { checked: &checked, library, language: library.language, of: of.clone(), dissent };
    let args = [("of", of.as_str()), ("title", library.title(&of).unwrap_or_default()), ("entity", entity.as_str())];
    let date = scores.as_of().to_string();
    let args: Vec<_> = args.into_iter().chain([("date", date.as_str())]).collect();
    let mut text = heading(&library.language.text_with("explain-head", &args)).trim_start().to_owned();
    let (requirement, objective) = (of.parse().ok(), of.parse().ok());
    if let Some(leaf) = scores.leaf(&entity) {
        if let Some(explanation) = requirement.and_then(|id| leaf.explain(&id)) {
            text += &explainer.requirement(&explanation);
        } else if let Some(explanation) = objective.and_then(|id| leaf.explain_objective(&id)) {
            text += &explainer.objective(&explanation);
        }
    } else if let Some(inner) = scores.consolidated_entity(&entity) {
        let of_requirement = requirement.and_then(|id| inner.explain(&id));
        if let Some(explanation) = of_requirement.or_else(|| objective.and_then(|id| inner.explain_objective(&id))) {
            text += &explainer.consolidated(&explanation);
        }
    }
    text += &explainer.dissent.section(library);
    print(&text)
}

struct Explainer<'a> {
    checked: &'a Checked,
    library: &'a Library<'a>,
    language: Language,
    of: String,
    dissent: Dissent,
}

impl Explainer<'_> {
    fn number(&self, number: impl std::fmt::Display) -> String {
        self.language.number(number)
    }

    /// Three readings of what is explained.
    fn triple(&self, readings: Readings<Score>) -> String {
        self.triple_of(&self.of, readings)
    }

    /// Three readings of a requirement or objective, with a sign at what is declared where a dissent concerns it.
    fn triple_of(&self, of: &str, readings: Readings<Score>) -> String {
        let Readings { substantiated, declared, possible } = readings.map(|score| self.number(score));
        format!("{substantiated} / {} / {possible}", self.dissent.mark(of, declared))
    }

    fn line(&self, key: &str, args: &[(&str, &str)]) -> String {
        format!("  {}\n", self.language.text_with(key, args))
    }

    fn head(&self, key: &str) -> String {
        heading(&self.language.text(key))
    }

    fn titled(&self, id: &str) -> String {
        self.library.title(id).map_or_else(|| id.to_owned(), |title| format!("{id} {title}"))
    }

    /// What is known of a requirement, in words.
    fn state(&self, coverage: Option<Coverage>) -> String {
        let state = |coverage: Coverage| format!("state-{}", coverage.name().replace('_', "-"));
        self.language.text(&coverage.map_or_else(|| "not-applicable".to_owned(), state))
    }

    /// The same where it is more to know than a score: nothing where the requirement is assessed.
    fn unless_assessed(&self, coverage: Option<Coverage>) -> String {
        if coverage == Some(Coverage::Assessed) { String::new() } else { self.state(coverage) }
    }

    fn requirement(&self, explanation: &RequirementExplanation<'_>) -> String {
        let mut text = String::new();
        if let Some(exclusion) = explanation.exclusion {
            let review_by = exclusion.review_by.to_string();
            let args = [
                ("reason", exclusion.reason.as_str()),
                ("approver", exclusion.approved_by.as_str()),
                ("entity", exclusion.entity.as_str()),
                ("review_by", &review_by),
            ];
            text += &self.line("explain-excluded", &args);
        }
        match explanation.score {
            RequirementScore::NotApplicable if explanation.exclusion.is_some() => {}
            RequirementScore::NotApplicable => text += &self.line("not-applicable", &[]),
            RequirementScore::Applicable(it) => {
                let state = match it.band() {
                    Some(_) => band(it.band(), self.library),
                    None => self.state(Some(it.coverage)),
                };
                text += &self.line("explain-score", &[("score", &self.triple(it.score)), ("state", &state)]);
                if explanation.parts.is_empty() {
                    text += &self.own(explanation, it.own);
                } else {
                    let parts: Vec<_> = explanation.parts.iter().map(|id| id.local()).collect();
                    text += &self.line("explain-composite", &[("parts", &parts.join(", "))]);
                }
                text += &self.rests_on(explanation, it.own, it.score);
            }
        }
        text
    }

    /// What a requirement scores by its own evidence: M1 and M2.
    fn own(&self, explanation: &RequirementExplanation<'_>, own: Readings<Score>) -> String {
        let mut text = self.head("explain-evidence");
        if explanation.evidence.is_empty() {
            return text + &self.line("explain-no-evidence", &[("own", &self.triple(own))]);
        }
        for term in &explanation.evidence {
            text += &self.evidence(term);
        }
        for closing in &explanation.closings {
            let (ok, trust, fresh) = (self.number(closing.ok), self.number(closing.trust), self.number(closing.fresh));
            let args = [
                ("later", closing.later.as_str()),
                ("finding", closing.finding.as_str()),
                ("ok", &ok),
                ("trust", &trust),
                ("fresh", &fresh),
            ];
            text += &self.line("explain-closing", &args);
        }
        text += &self.head("explain-own");
        let ceiling = self.number(own.possible);
        text += &match explanation.open_finding {
            Some((evidence, bad)) => {
                let args = [("evidence", evidence.as_str()), ("bad", &self.number(bad)), ("possible", &ceiling)];
                self.line("explain-possible", &args)
            }
            None => self.line("explain-possible-all", &[]),
        };
        text += &self.walk("substantiated", &explanation.substantiated);
        text += &self.walk("declared", &explanation.declared);
        text + &self.line("explain-own-sum", &[("own", &self.triple(own))])
    }

    fn evidence(&self, term: &EvidenceTerm<'_>) -> String {
        let evidence = term.evidence;
        let kind = self.language.text(&format!("kind-{}", evidence.kind.name().replace('_', "-")));
        let assurance = self.language.text(&format!("assurance-{}", term.assurance.name()));
        let (date, age) = (evidence.date.to_string(), term.age_days.to_string());
        let valid = evidence.counted_valid_days().to_string();
        let (ok, bad) = (self.number(term.outcome.ok), self.number(term.outcome.bad));
        let (fresh, trust) = (self.number(term.fresh), self.number(term.trust));
        let worth = self.number(term.assurance.trust());
        let args = [
            ("evidence", evidence.id.as_str()),
            ("kind", &kind),
            ("date", &date),
            ("entity", evidence.entity.as_str()),
            ("ok", &ok),
            ("bad", &bad),
            ("age", &age),
            ("valid", &valid),
            ("fresh", &fresh),
            ("assurance", &assurance),
            ("worth", &worth),
            ("trust", &trust),
        ];
        let mut text = self.line("explain-evidence-head", &args);
        text += &format!("    {}\n", self.finding(term));
        if let Some(share) = term.carried {
            text += &format!(
                "    {}\n",
                self.language.text_with("explain-carried", &[("share", &self.number(share)), ("ok", &ok), ("bad", &bad)])
            );
        }
        text += &format!("    {}\n", self.language.text_with("explain-trust", &args));
        if term.closed {
            text += &format!("    {}\n", self.language.text("explain-closed"));
        }
        text
    }

    /// The form of the finding, with the arithmetic of M1.
    fn finding(&self, term: &EvidenceTerm<'_>) -> String {
        use pejling_core::{Finding, Selection};
        let [ok, bad, share] = [term.found.ok, term.found.bad, term.found.share()].map(|part| self.number(part));
        let text = |key: &str, args: &[(&str, &str)]| {
            let all: Vec<_> = args.iter().copied().chain([("ok", ok.as_str()), ("bad", &bad), ("share", &share)]).collect();
            self.language.text_with(key, &all)
        };
        match term.evidence.finding {
            Finding::Result { share, result } => {
                text("explain-result", &[("looked", &self.number(share)), ("result", &self.number(result))])
            }
            Finding::Level { share, level } => text(
                "explain-level",
                &[("looked", &self.number(share)), ("level", &level.to_string()), ("target", &term.target.level().to_string())],
            ),
            Finding::Counts { population, examined, ok, selection } => {
                let key = match selection {
                    Selection::Chosen => "explain-chosen",
                    Selection::Random => "explain-random",
                };
                let need = pejling_core::full_sample(population).to_string();
                let (population, examined, fine) = (population.to_string(), examined.to_string(), ok.to_string());
                text(key, &[("population", &population), ("examined", &examined), ("fine", &fine), ("need", &need)])
            }
        }
    }

    fn walk(&self, reading: &str, walk: &Walk<'_>) -> String {
        let name = self.language.text(reading);
        let mut text = format!("  {name}:\n");
        let rows = walk.steps.iter().map(|step| {
            let from = match step.closing {
                Some(finding) => format!("{} + {finding}", step.evidence),
                None => step.evidence.to_string(),
            };
            let upto = format!("→ {}", self.number(step.upto));
            vec![self.number(step.added), self.language.text("at-trust"), self.number(step.trust), upto, from]
        });
        text += &indented(&table(&[], rows.collect(), &[0, 2]));
        let terms = walk.steps.iter().map(|step| format!("{} · {}", self.number(step.added), self.number(step.trust)));
        let terms = terms.collect::<Vec<_>>().join(" + ");
        let (sum, score) = (self.number(walk.sum), self.number(walk.score));
        let terms = if terms.is_empty() { "0".to_owned() } else { terms };
        text + &self.line("explain-walk", &[("terms", &terms), ("sum", &sum), ("score", &score)])
    }

    /// What a requirement scores through what it rests on: M3.
    fn rests_on(&self, explanation: &RequirementExplanation<'_>, own: Readings<Score>, score: Readings<Score>) -> String {
        if explanation.dependencies.is_empty() {
            return self.line("explain-rests-on-nothing", &[]);
        }
        let mut text = self.head("explain-rests-on");
        let heads =
            ["", "relation", "score", "at-most", ""].map(|key| if key.is_empty() { String::new() } else { self.language.text(key) });
        let rows = explanation.dependencies.iter().map(|term| {
            let relation = match term.relation {
                Relation::Requires => "requires",
                Relation::SupportedBy => "supported-by",
            };
            let binds = if term.binds { self.language.text("binds") } else { String::new() };
            let (score, cap) = (self.triple_of(term.on.as_str(), term.score), self.triple_of(term.on.as_str(), term.cap));
            vec![self.titled(term.on.as_str()), self.language.text(relation), score, cap, binds, self.unless_assessed(term.coverage)]
        });
        text += &table(&heads, rows.collect(), &[]);
        text += &self.line("explain-min", &[("own", &self.triple(own)), ("score", &self.triple(score))]);
        if !explanation.held_back_by.is_empty() {
            text += &self.head("explain-held-back");
            for cause in &explanation.held_back_by {
                let steps = std::iter::once(explanation.requirement.local()).chain(cause.path.iter().map(|(_, on)| on.local()));
                let path = steps.collect::<Vec<_>>().join(" → ");
                let (mut own, steps) = (self.number(cause.own), cause.steps.to_string());
                let state = self.unless_assessed(cause.coverage);
                if !state.is_empty() {
                    own = format!("{own} ({state})");
                }
                let named = self.titled(cause.requirement.as_str());
                text += &self.line("explain-cause", &[("cause", &named), ("own", &own), ("steps", &steps), ("path", &path)]);
            }
            let several = if explanation.held_back_by.len() > 1 { "explain-together" } else { "explain-alone" };
            text += &self.line(several, &[]);
        }
        text
    }

    /// What an objective scores at a leaf: M4 and M7.
    fn objective(&self, explanation: &ObjectiveExplanation<'_>) -> String {
        let ObjectiveScore::Applicable(standing) = &explanation.score else { return self.line("not-applicable", &[]) };
        let (score, band) = (self.triple(standing.score), band(standing.band(), self.library));
        let (assessed, applicable) = (standing.assessed.to_string(), standing.applicable.to_string());
        let args = [("score", score.as_str()), ("band", &band), ("assessed", &assessed), ("applicable", &applicable)];
        let mut text = self.line("explain-objective", &args);
        text += &self.head("members");
        let rows = explanation.members.iter().map(|member| {
            let triple = |readings| self.triple_of(member.requirement.as_str(), readings);
            let (score, own, state) = match member.score {
                RequirementScore::NotApplicable => (self.language.text("not-applicable"), String::new(), String::new()),
                RequirementScore::Applicable(it) => (triple(it.score), triple(it.own), self.unless_assessed(Some(it.coverage))),
            };
            vec![member.weight.get().to_string(), score, own, self.titled(member.requirement.as_str()), state]
        });
        let [weight, score, own] = ["weight", "score", "explain-own"].map(|head| self.language.text(head).to_lowercase());
        let heads = [weight, score, own, String::new(), String::new()];
        text += &table(&heads, rows.collect(), &[0]);
        let Readings { substantiated, declared, possible } = explanation.points.map(|points| self.number(points));
        let points = format!("{substantiated} / {declared} / {possible}");
        let (weight, mean) = (explanation.weight.to_string(), self.triple(standing.mean));
        text += &self.line("explain-mean", &[("points", &points), ("weight", &weight), ("mean", &mean)]);
        for (critical, cap) in &explanation.critical {
            text += &self.line(
                "explain-critical",
                &[("critical", &self.titled(critical.as_str())), ("cap", &self.triple_of(critical.as_str(), *cap))],
            );
        }
        text += &self.head("explain-bar");
        let bar = &explanation.bar;
        let parts = [
            ("part-substantiated", bar.substantiated),
            ("part-held-back", bar.held_back),
            ("part-declared-only", bar.declared_only),
            ("part-unanswered", bar.unanswered),
            ("part-known-wrong", bar.known_wrong),
        ];
        let mut rows = Vec::new();
        for (name, points) in parts {
            rows.push(vec![self.number(points), self.language.text(name)]);
            let causes: &[_] = if name == "part-held-back" { &bar.causes } else { &[] };
            rows.extend(causes.iter().map(|(by, points)| {
                let by = by.iter().map(|id| id.local()).collect::<Vec<_>>().join(" + ");
                let of = format!("  {}: {}", self.language.text_with("held-back-by", &[("by", &by)]), self.number(points));
                vec![String::new(), of]
            }));
        }
        text + &table(&[], rows, &[0])
    }

    /// What an entity above the leaves scores: M5.
    fn consolidated(&self, explanation: &ConsolidatedExplanation<'_>) -> String {
        let Some(score) = &explanation.score else { return self.line("not-applicable", &[]) };
        let (numbers, band) = (self.triple(score.score), band(score.band(), self.library));
        let (assessed, applicable) = (score.assessed.to_string(), score.applicable.to_string());
        let args = [("score", numbers.as_str()), ("band", &band), ("assessed", &assessed), ("applicable", &applicable)];
        let mut text = self.line("explain-consolidated", &args);
        let rows = explanation.children.iter().map(|(entity, weight, score)| {
            // a view on one child says nothing of the others
            let at_child = || Self { dissent: Dissent(self.checked.dissent_at(entity)), of: self.of.clone(), ..*self };
            let triple = |score| if self.dissent.0.is_empty() { self.triple(score) } else { at_child().triple(score) };
            let score = score.map_or_else(|| self.language.text("not-applicable"), triple);
            vec![weight.get().to_string(), score, entity.to_string()]
        });
        text += &table(&[self.language.text("weight"), self.language.text("score"), String::new()], rows.collect(), &[0]);
        let Readings { substantiated, declared, possible } = explanation.points.map(|points| self.number(points));
        let points = format!("{substantiated} / {declared} / {possible}");
        text += &self.line("explain-mean", &[("points", &points), ("weight", &explanation.weight.to_string()), ("mean", &numbers)]);
        let weakest = weakest_of(score.weakest.0.as_str(), score.equally_weak, self.library);
        text += &self.line("explain-weakest", &[("entity", &weakest), ("score", &self.number(score.weakest.1))]);
        if !score.not_assessed.is_empty() {
            let missing: Vec<_> = score.not_assessed.iter().map(|id| id.as_str()).collect();
            text += &self.line("explain-not-assessed", &[("entities", &missing.join(", "))]);
        }
        text + &self.line("explain-deeper", &[])
    }
}
