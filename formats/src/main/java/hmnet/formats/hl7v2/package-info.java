/// HL7 v2.5 messages of facilities (施設のHL7電文): what each tells of a patient, in a file, in a batch or in
/// a storage.
@NullMarked
package hmnet.formats.hl7v2;

import org.jspecify.annotations.NullMarked;
