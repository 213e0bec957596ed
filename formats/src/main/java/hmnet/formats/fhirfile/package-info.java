/// FHIR as facilities send it (FHIR文書・リソース): documents, collections, single resources, NDJSON; kept as
/// FHIR, cut into rows, refused where its own profile says that it is wrong.
@NullMarked
package hmnet.formats.fhirfile;

import org.jspecify.annotations.NullMarked;
