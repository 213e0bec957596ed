/// HL7 version 2.5 as Japanese systems speak it (HL7 v2.5, JAHIS・SS-MIX2): decoding, splitting, escaping,
/// writing.
@NullMarked
package hmnet.formats.hl7;

import org.jspecify.annotations.NullMarked;
