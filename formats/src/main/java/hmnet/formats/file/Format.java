package hmnet.formats.file;

/// The languages facilities send in (形式), by the names `./hmnet check` prints.
public enum Format {
    /// SS-MIX2 標準化ストレージ・拡張ストレージ.
    SSMIX2("ssmix2"),
    /// HL7 v2.5.
    HL7V2("hl7v2"),
    /// NSIPS 調剤.
    NSIPS("nsips"),
    /// JAHIS 電子版お薬手帳.
    JAHIS_TC("jahis-tc"),
    /// JAHIS 院外処方箋2次元シンボル.
    JAHIS_RX("jahis-rx"),
    /// レセプト電算 医科.
    UKE_IKA("uke-ika"),
    /// レセプト電算 DPC.
    UKE_DPC("uke-dpc"),
    /// レセプト電算 歯科.
    UKE_SHIKA("uke-shika"),
    /// レセプト電算 調剤.
    UKE_CHOZAI("uke-chozai"),
    /// 日レセ API の応答・日医標準レセプト.
    ORCA("orca"),
    /// MML・CLAIM.
    MML("mml"),
    /// 検査会社の CSV・MEDIS 固定長.
    LAB_CSV("lab-csv"),
    /// 特定健診・後期高齢者健診 XML/CSV.
    KENSHIN("kenshin-xml"),
    /// FHIR R4.
    FHIR("fhir"),
    /// CDA R2.
    CDA("cda"),
    /// LIFE.
    LIFE("life"),
    /// ケアプランデータ連携.
    CAREPLAN("careplan"),
    /// 文書・画像など、読む形式のないもの.
    OTHER("other");

    private final String code;

    Format(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
