package hmnet.formats.model.code;

import hmnet.formats.base.Table;
import java.util.Map;
import java.util.stream.Collectors;

/// How FHIR names the coding systems of HL7 v2 messages (コード体系の名前), from `coding-systems.csv`.
///
/// Codes are kept as sent. A system without an official name, such as the local `99XYZ`, gets one of ours.
public final class CodingSystems {
    public static final String JLAC10 = "urn:oid:1.2.392.200119.4.504";
    public static final String HOT9 = "urn:oid:1.2.392.200119.4.403.1";
    public static final String YJ = "urn:oid:1.2.392.100495.20.1.73";
    public static final String ICD10 = "http://hl7.org/fhir/sid/icd-10";
    public static final String MEDIS_DISEASE = "http://medis.or.jp/CodeSystem/master-disease-keyNumber";
    /// 補足用法, 8 characters.
    public static final String USAGE_SUPPLEMENT = "urn:oid:1.2.392.200250.2.2.20.22";
    public static final String USAGE = "urn:oid:1.2.392.200250.2.2.20.20";
    /// 厚労省電子処方CDA規格 別表3 剤形区分コード.
    public static final String DOSE_FORM = "urn:oid:1.2.392.100495.20.2.21";

    /// レセプト電算処理システム 傷病名マスター.
    public static final String RECEIPT_DISEASE = "http://jpfhir.jp/fhir/core/mhlw/CodeSystem/masterB-disease";
    /// レセプト電算処理システム 修飾語マスター.
    public static final String RECEIPT_MODIFIER = "http://jpfhir.jp/fhir/core/mhlw/CodeSystem/masterZ-disease-modifier";
    /// レセプト電算処理システム 医科診療行為マスター.
    public static final String RECEIPT_ACT = "http://jpfhir.jp/fhir/core/CodeSystem/JP_ProcedureCodesMedical_CS";
    /// レセプト電算処理システム 歯科診療行為マスター.
    public static final String RECEIPT_DENTAL_ACT = "http://jpfhir.jp/fhir/core/CodeSystem/JP_ProcedureCodesDental_CS";

    private static final String LOCAL = "urn:hmnet:coding:";
    private static final String JAHIS = "http://jpfhir.jp/fhir/core/CodeSystem/";
    private static final Map<String, String> TABLE = Table.read(CodingSystems.class, "coding-systems.csv").stream()
            .collect(Collectors.toUnmodifiableMap(row -> row.get(0), row -> row.get(1)));

    /// The first id in the table that names a system.
    private static final Map<String, String> NAMES = Table.read(CodingSystems.class, "coding-systems.csv").stream()
            .collect(Collectors.toUnmodifiableMap(row -> row.get(1), row -> row.get(0), (first, later) -> first));

    private CodingSystems() {}

    /// Empty for empty.
    public static String uri(String hl7) {
        if (hl7.isEmpty()) {
            return "";
        }
        var known = TABLE.get(hl7);
        if (known != null) {
            return known;
        }
        if (hl7.startsWith("JHS")) {
            return JAHIS + safe(hl7);
        }
        return LOCAL + safe(hl7);
    }

    /// How an HL7 v2 message names a system of FHIR: the other way round. A system that no message knows has a local
    /// id.
    public static String hl7(String uri) {
        if (uri.isEmpty()) {
            return "";
        }
        var known = NAMES.get(uri);
        if (known != null) {
            return known;
        }
        if (uri.startsWith(JAHIS + "JHS")) {
            return uri.substring(JAHIS.length());
        }
        return uri.startsWith(LOCAL) ? uri.substring(LOCAL.length()) : "99ZZZ";
    }

    private static String safe(String id) {
        var out = new StringBuilder(id.length());
        for (int i = 0; i < id.length(); i++) {
            char c = id.charAt(i);
            out.append(c < 0x7F && (Character.isLetterOrDigit(c) || c == '-' || c == '.') ? c : '_');
        }
        return out.toString();
    }
}
