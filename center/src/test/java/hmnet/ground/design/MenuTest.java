package hmnet.ground.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.GetMapping;

class MenuTest {
    private static final Visitor ALL = new Visitor("", "", "operator", Set.of(Right.values()));

    @Test
    void theHomePageComesFirst() {
        assertThat(Preview.MENU.offeredTo(ALL).getFirst().home()).isTrue();
    }

    @Test
    void everyEntryHasItsWordsInBothLanguages() {
        for (var language : Language.values()) {
            var words = ModuleTexts.in(language);
            assertThat(Preview.MENU.offeredTo(ALL))
                    .allSatisfy(entry -> assertThat(words).containsKey(entry.key()))
                    .filteredOn(entry -> !entry.home())
                    .allSatisfy(entry -> assertThat(words).containsKey(entry.key() + ".about"));
        }
    }

    @Test
    void nobodyIsOfferedWhatTheirRightsRefuse() {
        assertThat(Preview.MENU.offeredTo(Preview.DOCTOR))
                .extracting(MenuEntry::path)
                .contains("/", "/cards/typed")
                .doesNotContain("/office/cards", "/desk");
        assertThat(Preview.MENU.offeredTo(null)).isEmpty();
    }

    @Test
    void twoEntriesAtOnePlaceAreRefused() {
        assertThatThrownBy(() -> Menu.of(Stream.of(One.class, Other.class)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("/other");
    }

    @Test
    void aPageComesWithItsRightAndAddress() {
        assertThat(Menu.of(Stream.of(One.class)).offeredTo(ALL))
                .isEqualTo(List.of(new MenuEntry("/one", "menu.one", "desk", Right.DESK, MenuGroup.DATA, 10)));
    }

    static final class One {
        @GetMapping("/one")
        @Rule(Right.DESK)
        @MenuPlace(text = "menu.one", icon = "desk", group = MenuGroup.DATA, order = 10)
        void show() {}
    }

    static final class Other {
        @GetMapping("/other")
        @Rule(Right.OFFICE)
        @MenuPlace(text = "menu.other", icon = "desk", group = MenuGroup.DATA, order = 10)
        void show() {}
    }
}
