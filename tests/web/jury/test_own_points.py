"""My points over all entries: the strip, the counts, my order; nothing of anybody else, nothing of what I may not score."""

from sqlalchemy import select, update

from ikz_award.domain.phases.workflow import SheetStatus
from ikz_award.extensions import db
from ikz_award.models.editions.editions import Category
from ikz_award.models.entries.entries import Entry
from ikz_award.services.record.intention import write_session
from tests import factories
from tests.web.jury.conftest import MARK, leave_marks, recuse

PAGE = "/jury/landespreis-2/meine-punkte"


def table_of(page, category):
    start = page.index("<h2", page.index(f">{category}</h2>") - 60)
    return page[start : page.index("</table>", start)]


def test_before_the_first_points_it_says_what_comes(panel):
    page = panel.log_in(panel.anna).get(PAGE).text
    assert "Noch keine Punkte" in page


def test_it_shows_my_mean_my_span_and_my_order_with_shared_ranks(panel):
    leave_marks(panel)
    for entry, points in zip(panel.entries, (("4", "4", "4"), ("9", "9", "9"), ("4", "4", "4")), strict=True):
        factories.make_sheet(entry, panel.anna, points)
    page = panel.log_in(panel.anna).get(PAGE).text
    assert "5,67" in page
    assert "4,00–9,00" in page
    order = [page.index(f"Beitrag {name}</a>") for name in ("Beta", "Alpha", "Gamma")]
    assert order == sorted(order)
    assert page.count(">2</div>") >= 2
    for leak in (MARK, "7,77"):
        assert leak not in page


def test_two_categories_of_one_name_have_orders_of_their_own(panel):
    first, second = db.session.scalars(select(Category.id).order_by(Category.position).limit(2))
    with write_session() as session:
        session.execute(update(Category).values(name="Zusammenarbeit"))
    for entry, category, points in zip(panel.entries, (first, second, first), ("4", "9", "8"), strict=True):
        with write_session() as session:
            session.execute(update(Entry).where(Entry.id == entry.id).values(category_id=category))
        factories.make_sheet(entry, panel.anna, (points,) * 3)
    page = panel.log_in(panel.anna).get(PAGE).text
    assert page.count(">Zusammenarbeit</h2>") == 2
    one, other = page.split(">Zusammenarbeit</h2>")[1:]
    assert "Beitrag Gamma" in one
    assert "Beitrag Alpha" in one
    assert "Beitrag Beta" not in one
    assert "Beitrag Beta" in other


def test_drafts_count_abstentions_and_recusals_do_not(panel):
    factories.make_sheet(panel.entries[0], panel.anna, ("3", "3", "3"), status=SheetStatus.DRAFT)
    factories.make_sheet(panel.entries[1], panel.anna, ("8", "8", "8"))
    recuse(panel, panel.anna, panel.entries[1])
    page = panel.log_in(panel.anna).get(PAGE).text
    assert "Beitrag Alpha" in page
    assert "Beitrag Beta" not in page
    assert "8,00" not in page


def test_the_list_leads_there(panel):
    assert PAGE in panel.log_in(panel.anna).get(panel.list).text
