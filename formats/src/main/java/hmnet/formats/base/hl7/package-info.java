/// HL7 v2.5 as it is used in Japan (HL7電文): decoding, splitting, escapes, limits, building.
@NullMarked
package hmnet.formats.base.hl7;

import org.jspecify.annotations.NullMarked;
