package hmnet.bench.decision;

import hmnet.consent.notices.ConsentNotice;
import hmnet.consent.provisions.ConsentProvision;
import hmnet.consent.provisions.ConsentProvisions;
import hmnet.consent.provisions.ConsentProvisions.ProvisionDraft;
import hmnet.consent.provisions.ConsentProvisions.ProvisionSource;
import hmnet.consent.provisions.DeniedReaders;
import hmnet.formats.model.code.Label;
import hmnet.formats.model.code.RecordKind;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.FacilityKind;
import hmnet.ground.directory.Requester;
import hmnet.people.patients.PersonId;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.springframework.beans.factory.BeanFactory;

/// What some of those who agreed to everything deny within it (測定の制限条項): to one facility, to kinds of facility, to one
/// member of staff, to all but some; by kind, label, source and period. None is about the reader who sees all.
final class Denials {
    static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
    private static final int MOST = 3;
    private static final List<RecordKind> KINDS = List.of(RecordKind.values());
    private static final long ALL = KINDS.stream().mapToLong(RecordKind::mask).sum();

    /// Before any of the region was born: it cuts lines in two and takes no row away.
    private static final LocalDate LONG_AGO = LocalDate.of(1850, 1, 1);

    private final ConsentProvisions provisions;
    private final List<Requester> readers;
    private final List<FacilityId> hospitals;
    private final FacilityId spared;
    private final Requester office;
    private final SplittableRandom lots;

    Denials(
            BeanFactory centre,
            List<Requester> readers,
            List<FacilityId> hospitals,
            FacilityId spared,
            Requester office,
            SplittableRandom lots) {
        this.provisions = centre.getBean(ConsentProvisions.class);
        this.readers = readers;
        this.hospitals = hospitals;
        this.spared = spared;
        this.office = office;
        this.lots = lots;
    }

    /// Two of three deny something, up to three things.
    void record(List<PersonId> persons) {
        for (var person : persons) {
            if (lots.nextInt(3) > 0) {
                for (var n = lots.nextInt(MOST); n >= 0; n--) {
                    provisions.record(
                            person,
                            new ProvisionDraft(to(), what(), -1, null),
                            new ProvisionSource("paper", ConsentNotice.FIRST, ""),
                            office);
                }
            }
        }
    }

    private DeniedReaders to() {
        var reader = readers.get(lots.nextInt(readers.size()));
        return switch (lots.nextInt(4)) {
            case 0 -> DeniedReaders.of(reader.staff());
            case 1 -> DeniedReaders.of(Set.of(FacilityKind.CLINIC, FacilityKind.PHARMACY));
            case 2 -> DeniedReaders.allBut(Set.of(spared, hospitals.getFirst()));
            default -> DeniedReaders.of(reader.facility());
        };
    }

    private ConsentProvision what() {
        var kind = KINDS.get(lots.nextInt(KINDS.size())).mask();
        var hospital = hospitals.get(lots.nextInt(hospitals.size()));
        return switch (lots.nextInt(6)) {
            case 0 -> new ConsentProvision(null, kind, ConsentProvision.WHATEVER, null, null);
            case 1 -> new ConsentProvision(hospital, ALL, ConsentProvision.WHATEVER, null, null);
            case 2 -> {
                var from = LocalDate.now(JAPAN).minusDays(lots.nextInt(1_000));
                yield new ConsentProvision(null, ALL, ConsentProvision.WHATEVER, from, from.plusDays(60));
            }
            case 3 -> new ConsentProvision(null, ALL, Label.PSYCHIATRY.mask() | Label.HIV.mask(), null, null);
            case 4 ->
                lots.nextInt(4) == 0
                        ? new ConsentProvision(null, ALL, ConsentProvision.WHATEVER, null, null)
                        : new ConsentProvision(hospital, kind, ConsentProvision.WHATEVER, null, null);
            default -> new ConsentProvision(null, ALL, ConsentProvision.WHATEVER, LONG_AGO, LONG_AGO.plusYears(1));
        };
    }
}
