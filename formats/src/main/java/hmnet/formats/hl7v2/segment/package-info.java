/// What one segment or group of segments says (セグメントの読み方), for all that read messages.
@NullMarked
package hmnet.formats.hl7v2.segment;

import org.jspecify.annotations.NullMarked;
