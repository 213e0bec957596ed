package hmnet.formats.model.code;

/// What one row of a chart is about (診療情報の種別). The `bit` is stored and enters grants as a mask, so a
/// number is never reused and never changes its meaning.
public enum RecordKind {
    /// 患者基本 (ADT-00): contacts, insurance, body measures. Shown only in the facility's own profile of the
    /// person.
    PROFILE(1),
    /// アレルギー (ADT-61, AL1).
    ALLERGY(2),
    /// 病名 (PPR-01), one row per diagnosis.
    DIAGNOSIS(3),
    /// 処方 (OMP-01, OMP-11).
    PRESCRIPTION(4),
    /// 注射 (OMP-02, OMP-12).
    INJECTION(5),
    /// 検体検査依頼 (OML-01).
    LAB_ORDER(6),
    /// 検体検査結果 (OML-11), except what `LAB_SAFETY` takes.
    LABORATORY(7),
    /// 薬の安全に要る検査 (OML-11): renal and liver function, potassium, PT-INR, HbA1c. Its own kind, so that a
    /// pharmacist's grant opens these rows and no others, in SQL.
    LAB_SAFETY(8),
    /// 外来受付 (ADT-12).
    VISIT(9),
    /// 入院・退院・転棟・外泊 (ADT-21 to ADT-52).
    ADMISSION(10),
    /// 処置・手術・検査の実施・食事 (OMG, OMD, UKE).
    PROCEDURE(11),
    /// 放射線・内視鏡・生理検査・病理の報告.
    REPORT(12),
    /// 紹介状・退院時サマリー・その他の文書.
    DOCUMENT(13),
    /// 健診.
    CHECKUP(14),
    /// 調剤、服用中の薬 (NSIPS, 電子版お薬手帳): what a pharmacy handed over.
    DISPENSING(15),
    /// バイタルサイン.
    VITAL(16),
    /// 介護 (LIFE, ケアプラン).
    CARE(17);

    private final int bit;

    RecordKind(int bit) {
        this.bit = bit;
    }

    public int bit() {
        return bit;
    }

    public long mask() {
        return 1L << bit;
    }

    public static RecordKind of(int bit) {
        for (var kind : values()) {
            if (kind.bit == bit) {
                return kind;
            }
        }
        throw new IllegalArgumentException("No record kind has bit " + bit);
    }
}
