/// Inbox, record store and charts (診療情報蓄積).
@NullMarked
package hmnet.record.charts;

import org.jspecify.annotations.NullMarked;
