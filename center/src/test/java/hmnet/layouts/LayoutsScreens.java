package hmnet.layouts;

import hmnet.design.Preview;
import hmnet.design.Screen;
import hmnet.formats.labcsv.LabLine;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

/// The desk's page of laboratories' layouts (検査会社の取り決めの下見).
public final class LayoutsScreens {
    private static final String DECLARATION = "layout,mihon,2026-11-01\nform,csv,4,4\nheading,1\nfield,patient,1\n";

    private LayoutsScreens() {}

    public static List<Screen> all() {
        var at = OffsetDateTime.parse("2026-11-20T22:14:00+09:00");
        var read = new Tried.Read(
                2,
                1,
                List.of(new LabLine(
                        2,
                        Map.of(
                                "patient",
                                "0000123",
                                "name",
                                "見本　花子",
                                "sampled",
                                "20261120",
                                "item",
                                "血糖",
                                "value",
                                "99"))));
        var declared = List.of(
                new LabLayouts.Declared(2, "mihon", 2, at, null, DECLARATION),
                new LabLayouts.Declared(1, "mihon", 1, at.minusDays(9), at, DECLARATION));
        return List.of(
                screen(
                        "layouts",
                        new LayoutsScreen(null, null, DECLARATION, read, null, null, "", List.of("patient"), declared)),
                screen(
                        "layouts-bad",
                        new LayoutsScreen(
                                null,
                                "layout",
                                DECLARATION,
                                null,
                                new Tried.BadLayout(4, "field,patients,1: no such field"),
                                null,
                                "",
                                List.of("patient"),
                                List.of())));
    }

    private static Screen screen(String name, LayoutsScreen page) {
        return new Screen(name, "layouts/layouts", Preview.DESK, "/files/layouts", Map.of("page", page));
    }
}
