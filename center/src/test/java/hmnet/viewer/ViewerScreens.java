package hmnet.viewer;

import hmnet.design.Preview;
import hmnet.design.Screen;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The viewer's screens, filled with an invented chart (ビューワの下見).
public final class ViewerScreens {
    private ViewerScreens() {}

    public static List<Screen> all() {
        var pages = List.of(
                screen("timeline", "viewer/timeline", Sample.timeline()),
                screen("timeline-empty", "viewer/timeline", Sample.emptyTimeline()),
                screen("medicines", "viewer/medicines", SampleDetails.medicines()),
                screen("laboratory", "viewer/laboratory", SampleDetails.laboratory()),
                screen("laboratory-empty", "viewer/laboratory", SampleDetails.emptyLaboratory()),
                screen("diagnoses", "viewer/diagnoses", SampleDetails.diagnoses()),
                screen("admissions", "viewer/admissions", SampleDetails.admissions()),
                screen("record", "viewer/record", SampleDetails.record()),
                screen("record-files", "viewer/record", SampleDetails.letter()));
        var closed = Stream.of("consent-withdrawn", "consent-missing", "closed-by-person", "facility-does-not-view")
                .map(reason -> screen("closed-" + reason, "viewer/closed", new ClosedScreen(reason)));
        return Stream.concat(pages.stream(), closed).toList();
    }

    private static Screen screen(String name, String template, Object page) {
        return new Screen(name, template, Preview.DOCTOR, Sample.PATH + "/timeline", Map.of("page", page));
    }
}
