/// FHIR R4 along JP Core 1.1.2, written as a stream from HL7 segments (FHIR への変換).
@NullMarked
package hmnet.formats.fhir;

import org.jspecify.annotations.NullMarked;
