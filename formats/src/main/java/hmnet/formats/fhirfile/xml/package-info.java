/// FHIR written as XML, read as its JSON (FHIR XML).
@NullMarked
package hmnet.formats.fhirfile.xml;

import org.jspecify.annotations.NullMarked;
