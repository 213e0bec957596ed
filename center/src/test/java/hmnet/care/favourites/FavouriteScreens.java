package hmnet.care.favourites;

import hmnet.care.favourites.FavouritesScreen.EndedFavourite;
import hmnet.care.favourites.FavouritesScreen.FavouriteLine;
import hmnet.care.viewer.Glance;
import hmnet.ground.design.Preview;
import hmnet.ground.design.Screen;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// A professional's own list (お気に入り患者の下見).
public final class FavouriteScreens {
    private FavouriteScreens() {}

    public static List<Screen> all() {
        return List.of(
                screen(
                        "favourites",
                        new FavouritesScreen(
                                List.of(
                                        line("p1", "試験　花子", new Glance(null, 3, 1, 2, true, true), false),
                                        line("p2", "架空　桜", new Glance("reading-limit", 0, -1, -1, false, false), true)),
                                List.of(new EndedFavourite("例示　次郎", "consent-withdrawn"), new EndedFavourite("", "")),
                                40,
                                "added")),
                screen("favourites-none", new FavouritesScreen(List.of(), List.of(), 40, "full")));
    }

    private static FavouriteLine line(String person, String name, Glance glance, boolean closed) {
        return new FavouriteLine(person, name, "シケン　ハナコ", LocalDate.of(1948, 4, 12), "female", glance, closed);
    }

    private static Screen screen(String name, FavouritesScreen page) {
        return new Screen(name, "care/favourites/favourites", Preview.DOCTOR, "/favourites", Map.of("page", page));
    }
}
