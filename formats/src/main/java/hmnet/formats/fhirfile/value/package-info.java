/// Values as FHIR writes them (FHIRの値): quantities, usual ranges, judgements, why there is none; in words.
@NullMarked
package hmnet.formats.fhirfile.value;

import org.jspecify.annotations.NullMarked;
