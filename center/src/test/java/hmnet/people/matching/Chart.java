package hmnet.people.matching;

/// A chart as a test writes it (架空のカルテ): only what matters is named, each call gives another chart.
public record Chart(Demographics said) {
    public static Chart of(String name, String reading) {
        return new Chart(new Demographics("", "", "", name, reading, "", "", "", "", "", "", "", "", ""));
    }

    public Chart record(String id, String facility) {
        return new Chart(new Demographics(
                id,
                facility,
                "K" + id,
                said.name(),
                said.reading(),
                said.sex(),
                said.birthDate(),
                said.postalCode(),
                said.address(),
                said.phone(),
                said.insurer(),
                said.insuranceSymbol(),
                said.insuranceNumber(),
                said.insuranceBranch()));
    }

    Chart number(String chart) {
        return new Chart(new Demographics(
                said.record(),
                said.facility(),
                chart,
                said.name(),
                said.reading(),
                said.sex(),
                said.birthDate(),
                said.postalCode(),
                said.address(),
                said.phone(),
                said.insurer(),
                said.insuranceSymbol(),
                said.insuranceNumber(),
                said.insuranceBranch()));
    }

    Chart named(String name, String reading) {
        return new Chart(new Demographics(
                said.record(),
                said.facility(),
                said.chart(),
                name,
                reading,
                said.sex(),
                said.birthDate(),
                said.postalCode(),
                said.address(),
                said.phone(),
                said.insurer(),
                said.insuranceSymbol(),
                said.insuranceNumber(),
                said.insuranceBranch()));
    }

    public Chart born(String date, String sex) {
        return new Chart(new Demographics(
                said.record(),
                said.facility(),
                said.chart(),
                said.name(),
                said.reading(),
                sex,
                date,
                said.postalCode(),
                said.address(),
                said.phone(),
                said.insurer(),
                said.insuranceSymbol(),
                said.insuranceNumber(),
                said.insuranceBranch()));
    }

    public Chart home(String postalCode, String address, String phone) {
        return new Chart(new Demographics(
                said.record(),
                said.facility(),
                said.chart(),
                said.name(),
                said.reading(),
                said.sex(),
                said.birthDate(),
                postalCode,
                address,
                phone,
                said.insurer(),
                said.insuranceSymbol(),
                said.insuranceNumber(),
                said.insuranceBranch()));
    }

    Chart insured(String insurer, String symbol, String number, String branch) {
        return new Chart(new Demographics(
                said.record(),
                said.facility(),
                said.chart(),
                said.name(),
                said.reading(),
                said.sex(),
                said.birthDate(),
                said.postalCode(),
                said.address(),
                said.phone(),
                insurer,
                symbol,
                number,
                branch));
    }

    String line() {
        return String.join(
                ",",
                said.record(),
                said.facility(),
                said.chart(),
                said.name(),
                said.reading(),
                said.sex(),
                said.birthDate(),
                said.postalCode(),
                said.address(),
                said.phone(),
                said.insurer(),
                said.insuranceSymbol(),
                said.insuranceNumber(),
                said.insuranceBranch());
    }
}
