package hmnet.formats.fhirfile.xml;

import hmnet.formats.base.Unreadable;
import hmnet.formats.base.json.JsonValue;
import hmnet.formats.base.xml.XmlElement;
import java.util.regex.Pattern;

/// A number of FHIR in XML (数値): digit for digit, no other spelling than JSON knows.
final class FhirNumber {
    private static final Pattern NUMBER =
            Pattern.compile("-?(0|[1-9][0-9]{0,30})(\\.[0-9]{1,30})?([eE][+-]?[0-9]{1,3})?");
    private static final int LONGEST = 40;

    private FhirNumber() {}

    static JsonValue of(String text, XmlElement found) throws Unreadable {
        var digits = text.strip();
        if (digits.length() > LONGEST || !NUMBER.matcher(digits).matches()) {
            throw new Unreadable("number", found.line(), found.name(), text);
        }
        return JsonValue.number(digits, found.line());
    }
}
