/// Pictures and films (画像・動画), read by their segments, chunks, boxes and directories: what they are drawn from stays.
@NullMarked
package hmnet.formats.other.picture;

import org.jspecify.annotations.NullMarked;
