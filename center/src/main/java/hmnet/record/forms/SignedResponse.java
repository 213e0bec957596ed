package hmnet.record.forms;

import java.time.OffsetDateTime;
import java.util.UUID;

/// A sheet was signed (署名済みの回答): told in the transaction that signed it, so that what a module keeps of it stands
/// or falls with the signature.
///
/// @param form its number, the same in all its versions
/// @param response as FHIR: what was asked and answered, nothing else
@SuppressWarnings("ArrayRecordComponent") // an event, compared nowhere
public record SignedResponse(FormAuthor author, KeptSheet kept, UUID form, OffsetDateTime at, byte[] response) {}
