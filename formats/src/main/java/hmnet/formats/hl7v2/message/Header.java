package hmnet.formats.hl7v2.message;

import java.time.OffsetDateTime;

/// Who sends a message, when, under which control id (電文の見出し, MSH).
public record Header(String application, String facility, OffsetDateTime at, String controlId) {}
