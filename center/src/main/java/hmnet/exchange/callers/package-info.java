/// Doors for other systems (外部連携): who may ask what about whom, apart from any protocol; each transaction
/// is a package below.
@NullMarked
package hmnet.exchange.callers;

import org.jspecify.annotations.NullMarked;
