package hmnet.formats.cda;

import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.chart.Demographics;
import hmnet.formats.model.chart.Paper;
import java.util.List;

/// What a CDA document says (CDA文書).
///
/// @param id root and extension, joined by `^`
/// @param set of versions it belongs to, empty when it names none
/// @param version number within the set
/// @param type LOINC or JMIX code of the document
/// @param effective when it was made, as sent: `yyyyMMdd…`
/// @param confidentiality N, R or V
/// @param patient the number the author's facility gave the patient
/// @param institution the custodian's or author's, by name
/// @param sections in order, nested ones after their parent
/// @param contentType and `content` of a body that is a file
@SuppressWarnings("ArrayRecordComponent") // large, handed over once, compared nowhere
record CdaDocument(
        String id,
        String set,
        String version,
        Concept type,
        String title,
        String effective,
        String confidentiality,
        String patient,
        Demographics person,
        String author,
        String institution,
        List<Paper.PaperSection> sections,
        String contentType,
        byte[] content) {}
