# Pictures of our pages inside Koha's frame, taken by a browser from the running double. They land in
# the folder KOHA_TRY_PICTURES; two of them are kept for the page for librarians.

use strict;
use warnings;
use utf8;

use File::Path ();
use Test::More;

use Prefork ();
use Try     ();

my $chromium = Browser::chromium();
plan skip_all => 'no Chromium' if !$chromium;

my $pictures = $ENV{KOHA_TRY_PICTURES} // Try::folder() . '/pictures';
File::Path::make_path($pictures);
Try->make(adapter => 'koha');
Try::open_registers();
Try::call('institution.save', { institution_name => 'Biblioteca Orășenească Exemplu' }, 'name');
my @books = ([ 'Rebreanu, Liviu', 'Pădurea spânzuraților', 'ro', '821.135.1-31', 5, '28.8300' ],
    [ '', 'Erdély rövid története', 'hu', '94(439)', 3, '18.3800' ], [ 'Blaga, Lucian', 'Poemele luminii', 'ro', '821.135.1-1', 2, '22.5000' ]);
for my $n (1 .. 3) {
    my $made = Try::call('acquisition.receive', {
        source => 'purchase', partner => 'Editura Exemplu SRL', act => { kind => 'invoice', number => "FX 100$n", date => "2026-01-1$n" },
        vat_percent => 11, registered_on => "2026-01-2$n",
        lines => [ map { { author => $_->[0], title => $_->[1], language => $_->[2], udc => $_->[3], copies => $_->[4], unit_net => $_->[5] } } @books ],
    }, "act-$n");
    isnt $made->{kind}, 'problem', "act $n is received" or diag $made->{text};
}

my $server = Prefork->start(workers => 2, requests => 100);
my $tool = 'class=Koha%3A%3APlugin%3A%3ARo%3A%3AMetodica&method=tool';
my %pages = (
    menu      => "/cgi-bin/koha/plugins/run.pl?$tool",
    movement  => "/cgi-bin/koha/plugins/run.pl?$tool&do=registers.movement",
    reception => "/cgi-bin/koha/plugins/run.pl?$tool&do=acquisition.new",
    acts      => "/cgi-bin/koha/plugins/run.pl?$tool&do=acquisition.acts",
    configure => '/cgi-bin/koha/plugins/run.pl?class=Koha%3A%3APlugin%3A%3ARo%3A%3AMetodica&method=configure',
);
for my $name (sort keys %pages) {
    my $url = $server->base . '/double/login?userid=super&to=' . Browser::escaped($pages{$name});
    my $file = "$pictures/$name.png";
    unlink $file;
    system "env -u LD_PRELOAD '$chromium' --headless --no-sandbox --disable-gpu --hide-scrollbars --user-data-dir='$ENV{KOHA_DOUBLE}/profile' "
        . "--window-size=1180,720 --screenshot='$file' '$url' >/dev/null 2>&1";
    my ($width, $height) = size($file);
    is "$width x $height", '1180 x 720', "$name is a picture of the page";
    cmp_ok -s $file // 0, '>', 20_000, 'with something on it';
}
$server->stop;

# Width and height stand at a fixed place of a PNG file.
sub size {
    my ($file) = @_;
    open my $in, '<:raw', $file or return (0, 0);
    read $in, my $head, 24;
    return unpack 'N2', substr $head, 16;
}

done_testing;
