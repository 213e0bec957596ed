package hmnet.record.sheets;

/// A code as a sheet names it (コード): of a question, an answer or a unit.
public record SheetCode(String system, String code, SheetWords display) {
    public static SheetCode of(String system, String code, String display) {
        return new SheetCode(system, code, SheetWords.of(display));
    }

    /// Equal by system and code, whatever it is called.
    public boolean means(SheetCode other) {
        return code.equals(other.code)
                && (system.equals(other.system) || system.isEmpty() || other.system.isEmpty())
                && (!code.isEmpty() || display.plain().equals(other.display.plain()));
    }

    public String shown(String language) {
        var words = display.in(language);
        return words.isEmpty() ? code : words;
    }
}
