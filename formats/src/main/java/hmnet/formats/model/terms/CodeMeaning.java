package hmnet.formats.model.terms;

/// What a row of a table says a code is (コードの意味): a code of another system.
///
/// @param certain it follows; a finer code from a class does not
/// @param onward other tables may be asked what this one says
record CodeMeaning(String system, String code, String name, CodeTable table, boolean certain, boolean onward) {}
