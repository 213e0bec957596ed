package hmnet.record.intake;

import hmnet.formats.check.FileAgreements;
import hmnet.ground.directory.FacilityId;
import hmnet.record.examination.Examination;
import hmnet.record.layouts.LabLayouts;
import hmnet.record.terminology.CodeTables;
import org.springframework.stereotype.Component;

/// What is known of a facility's files before they are looked at (下見の取り決め): the layouts and the code
/// tables by which filing reads them, so that a look finds what filing will; and the packages of profiles, where there
/// are any, that FHIR is judged by.
@Component
class Agreements {
    private final LabLayouts layouts;
    private final CodeTables tables;
    private final ProfilePackages packages;
    private final Examination examination;

    Agreements(LabLayouts layouts, CodeTables tables, ProfilePackages packages, Examination examination) {
        this.packages = packages;
        this.examination = examination;
        this.layouts = layouts;
        this.tables = tables;
    }

    FileAgreements of(FacilityId facility) {
        return new FileAgreements(layouts.of(facility), tables.of(facility))
                .judgedBy(packages)
                .examinedBy(examination);
    }
}
