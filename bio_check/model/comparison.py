"""Two assessments side by side: what changed, and the change in score taken like for like (specification 7)."""

from __future__ import annotations

from fractions import Fraction

from bio_check.errors import Diagnostic
from bio_check.model.answers import Action
from bio_check.model.assessment import Assessment, CatalogueAssessment, EvidenceUse, Filter, Finding
from bio_check.model.catalogue import Catalogue, Facet, Kind
from bio_check.model.evidence import Evidence
from bio_check.model.score import Ratio, Score
from bio_check.model.succession import Change, Step, Steps
from bio_check.value import value


@value
class Pair:
    """One item that both sheets ask about, whatever number it has in each."""

    step: Step
    before: Finding
    """As the old sheet's own norm has it."""
    old: Finding
    """The same, held against the item of the new sheet: its weight and its rhythm, so that both have one yardstick."""
    new: Finding

    @property
    def both_apply(self) -> bool:
        """Whether it counts in both sheets."""
        return self.old.applicable and self.new.applicable

    @property
    def demand_changed(self) -> bool:
        """Whether the norm asks something else than before."""
        return self.step.change is Change.SUBSTANCE

    @property
    def remeasured(self) -> bool:
        """Whether the new yardstick gives the old answer another figure than its own sheet did."""
        return (self.before.item.weight, self.before.proven) != (self.old.item.weight, self.old.proven)


@value
class Loss:
    """Why an item that was proven no longer is; one of the tuples may be all there is."""

    pair: Pair
    missing: tuple[Facet, ...]
    """Facets that are not shown any more; none where only the status changed."""
    lapsed: tuple[EvidenceUse, ...]
    """Evidence that the new sheet still names, and that lost its worth."""
    removed: tuple[Evidence, ...]
    """Evidence of the old sheet that the new answer does not name."""
    altered: tuple[Evidence, ...]
    """Evidence of which the new register says something else."""


@value
class Regrouped:
    """An item that was split, or merged into another: it has no one counterpart, and is left out of like for like."""

    step: Step
    old: Finding | None
    """None where the old sheet does not ask about it."""
    new: tuple[Finding, ...]


@value
class Gone:
    """An item of the old sheet that its publisher withdrew."""

    step: Step
    old: Finding


@value
class ScoreChange:
    """A score in both sheets."""

    old: Score
    new: Score

    @property
    def strict(self) -> Fraction | None:
        """Difference in the share met; None where a sheet has no score."""
        return _difference(self.old.strict, self.new.strict)

    @property
    def weighted(self) -> Fraction | None:
        """Difference in the weighted share; None where a sheet has no score."""
        return _difference(self.old.weighted, self.new.weighted)

    @property
    def proven(self) -> Fraction | None:
        """Difference in the share proven; None where a sheet has no score."""
        return _difference(self.old.proven_share, self.new.proven_share)


@value
class KindChange:
    """The scores of one kind of item: kinds are always counted apart, and so are groups that never make up."""

    kind: Kind
    group: str | None
    """The group that it is about, where groups never make up for each other; else None."""
    like: ScoreChange
    """Over items that apply in both sheets."""
    plain: ScoreChange
    """Over all items of each sheet, and so over different ones."""


@value
class ActionDone:
    """An action that was open in the old sheet and is done in the new one."""

    action: Action
    items: tuple[str, ...]
    """Ids, in the new sheet, of what it serves."""


@value
class CatalogueComparison:
    """What changed on one catalogue. Each list is in the order of the catalogue, the new one where it can be."""

    old: Catalogue
    new: Catalogue
    steps: Steps
    pairs: tuple[Pair, ...]
    like: ScoreChange
    """Over items that apply in both sheets, one to one: the only figures that may be compared directly."""
    plain: ScoreChange
    """Over all items of each sheet."""
    kinds: tuple[KindChange, ...]
    improved: tuple[Pair, ...]
    worsened: tuple[Pair, ...]
    reanswered: tuple[Pair, ...]
    """From no answer to not met or back: another status, and the same credit."""
    newly_proven: tuple[Pair, ...]
    no_longer_proven: tuple[Loss, ...]
    set_aside: tuple[Pair, ...]
    """Newly not applicable: a change of scope, never an improvement."""
    applicable_again: tuple[Pair, ...]
    renumbered: tuple[Pair, ...]
    regrouped: tuple[Regrouped, ...]
    added: tuple[Finding, ...]
    """Items that only the newer version of the catalogue has."""
    withdrawn: tuple[Gone, ...]
    only_old: tuple[Finding, ...]
    """In both versions, but only the old sheet's profile asks it."""
    only_new: tuple[Finding, ...]
    actions_done: tuple[ActionDone, ...]

    @property
    def demand_changed(self) -> tuple[Pair, ...]:
        """Items that now ask something else."""
        return tuple(pair for pair in self.pairs if pair.demand_changed)

    @property
    def remeasured(self) -> int:
        """Items whose old figure is another than in the old sheet's own report."""
        return sum(pair.both_apply and pair.remeasured for pair in self.pairs)

    @property
    def is_same(self) -> bool:
        """Whether no list holds anything."""
        changed = (self.improved, self.worsened, self.reanswered, self.newly_proven, self.no_longer_proven)
        scope = (self.set_aside, self.applicable_again, self.added, self.withdrawn, self.only_old, self.only_new)
        return not any((*changed, *scope, self.renumbered, self.regrouped, self.demand_changed, self.actions_done))


@value
class Comparison:
    """Two sheets, and what changed from the old one to the new one."""

    old: Assessment
    new: Assessment
    catalogues: tuple[CatalogueComparison, ...]
    """Those that both sheets answer, in the order of the new one."""
    only_old: tuple[CatalogueAssessment, ...]
    only_new: tuple[CatalogueAssessment, ...]
    carried: tuple[Catalogue, ...]
    """Left out, because a sheet does not answer them itself: what carries over is no answer."""
    warnings: tuple[Diagnostic, ...]
    filter: Filter | None = None


def _difference(old: Ratio, new: Ratio) -> Fraction | None:
    if old.fraction is None or new.fraction is None:
        return None
    return new.fraction - old.fraction
