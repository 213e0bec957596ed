package hmnet.formats.kenshin;

/// Who examined or guided (健診・保健指導機関).
///
/// @param number 10 digits
record Institution(String number, String name, String phone, String postalCode, String address) {
    public static final Institution NONE = new Institution("", "", "", "", "");
}
