package hmnet.ground.directory;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/// A facility that takes part (参加施設).
///
/// @param code 医療機関コード, ten digits: what it is called today
/// @param cardKinds card kinds it accepts: HM, disclosure or none (F016)
/// @param patientList whether it supports 患者一覧
/// @param disclosureStoppedAt since when nothing of it is shown to others, or null
/// @param recordsEnded it left, and its records are shown to no other, whoever took them over
public record Facility(
        FacilityId id,
        String code,
        FacilityKind kind,
        String name,
        String kana,
        String phone,
        String address,
        Direction direction,
        String cardKinds,
        boolean patientList,
        @Nullable OffsetDateTime disclosureStoppedAt,
        boolean recordsEnded) {
    /// One that has not left with its records.
    public Facility(
            FacilityId id,
            String code,
            FacilityKind kind,
            String name,
            String kana,
            String phone,
            String address,
            Direction direction,
            String cardKinds,
            boolean patientList,
            @Nullable OffsetDateTime disclosureStoppedAt) {
        this(id, code, kind, name, kana, phone, address, direction, cardKinds, patientList, disclosureStoppedAt, false);
    }

    public boolean discloses() {
        return direction.discloses() && disclosureStoppedAt == null;
    }
}
