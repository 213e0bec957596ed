/// A process of its own in which strangers' files are opened (検査室): short of time and memory, without keys, database
/// or settings, and expendable.
@NullMarked
package hmnet.formats.other.room;

import org.jspecify.annotations.NullMarked;
