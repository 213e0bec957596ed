/// What was received: inbox, filing, record store, charts (診療情報).
@NullMarked
package hmnet.record;

import org.jspecify.annotations.NullMarked;
