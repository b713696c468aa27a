import re


def test_each_step_leads_to_its_chapter_of_the_handbook(case):
    for step in ("kontakt", "projekt", "partner", "kriterien", "anlagen", "pruefen"):
        page = case.kim.get(f"{case.url}/schritt/{step}").text
        address, chapter = re.search(r'href="(/hilfe/kommunen)#([^"]+)"', page).groups()
        assert f'id="{chapter}"' in case.kim.get(address).text, step
