/// Inbox, record store and charts (診療情報蓄積).
@NullMarked
package hmnet.records;

import org.jspecify.annotations.NullMarked;
