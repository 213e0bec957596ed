package hmnet.record.intake;

import hmnet.formats.check.Declared;
import hmnet.ground.directory.FacilityId;
import hmnet.record.layouts.LabLayouts;
import hmnet.record.terminology.CodeTables;
import org.springframework.stereotype.Component;

/// What is known of a facility's files before they are looked at (下見の取り決め): the layouts and the code
/// tables by which filing reads them, so that a look finds what filing will.
@Component
class Agreements {
    private final LabLayouts layouts;
    private final CodeTables tables;

    Agreements(LabLayouts layouts, CodeTables tables) {
        this.layouts = layouts;
        this.tables = tables;
    }

    Declared of(FacilityId facility) {
        return new Declared(layouts.of(facility), tables.of(facility));
    }
}
