/// FHIR written as XML, read as its JSON (XMLで書かれたFHIR).
@NullMarked
package hmnet.formats.fhirfile.xml;

import org.jspecify.annotations.NullMarked;
