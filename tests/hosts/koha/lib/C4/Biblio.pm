package C4::Biblio;

use strict;
use warnings;

use C4::Context     ();
use MARC::File::XML (DefaultEncoding => 'UTF-8');
use Double::Objects ();
use Double::Store   ();
use Koha::Plugins   ();

sub AddBiblio {
    my ($record, $framework) = @_;
    my $biblio = Koha::Biblio->new({ frameworkcode => $framework, _described($record) })->store;
    my $id = $biblio->biblionumber;
    Koha::Biblio::Metadata->new({ biblionumber => $id, metadata => $record->as_xml_record(C4::Context->preference('marcflavour')), timestamp => Double::Store::now() })->store;
    Koha::Plugins->call('after_biblio_action', { action => 'create', payload => { action => 'create', biblio_id => $id } });
    return ($id, $id);
}

sub ModBiblio {
    my ($record, $id, $framework) = @_;
    my $biblio = Koha::Biblios->find($id) or return 0;
    $biblio->set({ frameworkcode => $framework, _described($record) })->store;
    my $metadata = Koha::Biblio::Metadatas->search({ biblionumber => $id })->next;
    $metadata->set({ metadata => $record->as_xml_record(C4::Context->preference('marcflavour')), timestamp => Double::Store::now() })->store;
    Koha::Plugins->call('after_biblio_action', { action => 'modify', payload => { action => 'modify', biblio_id => $id } });
    return 1;
}

sub _described {
    my ($record) = @_;
    my $title  = $record->subfield('200', 'a') // $record->subfield('245', 'a') // '';
    my $creator = C4::Context->preference('marcflavour') eq 'UNIMARC' ? '700' : '100';
    my $author = $record->subfield($creator, 'a') // '';
    return (title => $title, author => $author, timestamp => Double::Store::now());
}

1;
