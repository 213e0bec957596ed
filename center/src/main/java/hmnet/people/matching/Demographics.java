package hmnet.people.matching;

/// What one chart says of its patient, as it was written (患者基本情報). Empty text is "not known".
public record Demographics(
        String record,
        String facility,
        String chart,
        String name,
        String reading,
        String sex,
        String birthDate,
        String postalCode,
        String address,
        String phone,
        String insurer,
        String insuranceSymbol,
        String insuranceNumber,
        String insuranceBranch) {

    /// Without a telephone that is nobody's own.
    public Demographics withoutPhone() {
        return new Demographics(
                record,
                facility,
                chart,
                name,
                reading,
                sex,
                birthDate,
                postalCode,
                address,
                "",
                insurer,
                insuranceSymbol,
                insuranceNumber,
                insuranceBranch);
    }

    /// The same chart under another name and home.
    public Demographics as(String otherName, String otherReading, String otherPostalCode, String otherAddress) {
        return new Demographics(
                record,
                facility,
                chart,
                otherName,
                otherReading,
                sex,
                birthDate,
                otherPostalCode,
                otherAddress,
                phone,
                insurer,
                insuranceSymbol,
                insuranceNumber,
                insuranceBranch);
    }

    /// As others may see it: without the insurance.
    public Demographics withoutInsurance() {
        return new Demographics(
                record, facility, chart, name, reading, sex, birthDate, postalCode, address, phone, "", "", "", "");
    }

    /// Nobody can be found by it: no name, or nothing beside a name.
    public boolean bare() {
        return name.isBlank() && reading.isBlank();
    }
}
