package C4::Charset;

use strict;
use warnings;

use MARC::Field ();

# Says in the record itself that it is in Unicode: the leader in MARC 21, field 100 in UNIMARC.
sub SetMarcUnicodeFlag {
    my ($record, $flavour) = @_;
    $record->encoding('UTF-8');
    return if $flavour ne 'UNIMARC' || $record->field('100');
    $record->insert_fields_ordered(MARC::Field->new('100', ' ', ' ', a => ' ' x 22 . 'rum' . 'y50' . ' ' x 6 . 'ba'));
    return;
}

1;
