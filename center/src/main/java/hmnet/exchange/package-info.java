/// Doors for other systems (外部連携).
@NullMarked
package hmnet.exchange;

import org.jspecify.annotations.NullMarked;
