/// What waits at a facility to be sent (送信待ち): sealed on disk, flushed before anybody is told it was
/// taken, in the order it came.
@NullMarked
package hmnet.gateway.spool;

import org.jspecify.annotations.NullMarked;
