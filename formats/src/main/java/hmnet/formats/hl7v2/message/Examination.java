package hmnet.formats.hl7v2.message;

import java.time.OffsetDateTime;

/// An examination asked for or done (放射線・内視鏡・生理検査, OBR).
///
/// @param what JJ1017 or the facility's own code
/// @param at when it was done; of an order, when it is to be
/// @param performed what was done in it (ZE1-3), `CodedText.NONE` when not said
/// @param accession, `study` and `modality` of its images (IPC); empty when it has none
public record Examination(
        CodedText what, OffsetDateTime at, CodedText performed, String accession, String study, String modality) {}
