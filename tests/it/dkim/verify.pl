# Verifies DKIM signatures with Mail::DKIM, without a DNS: verify.pl RECORDS MESSAGE...
#
# RECORDS is a JSON file: {"name": ["string", ...]}. For each message one line of JSON: the selectors of the signatures
# that verify and of those that don't, in the order of the message.
#
# Mail::DKIM before 2023-06 knows no Ed25519. There it is taught: it still parses and canonicalises itself, and
# CryptX does the arithmetic.

use strict;
use warnings;

use Crypt::PK::Ed25519;
use JSON::PP;
use MIME::Base64;
use Mail::DKIM::DNS;
use Mail::DKIM::PublicKey;
use Mail::DKIM::Signature;
use Mail::DKIM::Verifier;
use Net::DNS;

package Zone {    # in place of a resolver

    sub send {
        my ( $self, $name, $type ) = @_;
        my $packet  = Net::DNS::Packet->new( $name, $type );
        my $strings = $self->{ lc $name };
        $packet->header->rcode( $strings ? 'NOERROR' : 'NXDOMAIN' );
        if ($strings) {
            my $record = Net::DNS::RR->new( name => $name, type => 'TXT', txtdata => $strings );
            $packet->push( answer => $record );
        }
        return $packet;
    }

    sub errorstring { return 'NOERROR' }
}

sub teach_ed25519 {
    no strict 'refs';
    no warnings 'redefine';

    @Taught::Ed25519::ISA = ('Mail::DKIM::Algorithm::rsa_sha256');
    *{'Crypt::PK::Ed25519::size'} = sub { return 32 };
    *{'Taught::Ed25519::verify'}  = sub {
        my $self      = shift;
        my $hash      = $self->{header_digest}->digest;
        my $signature = decode_base64( $self->signature->data );
        return $self->signature->get_public_key->cork->verify_message( $signature, $hash ) && $self->check_body_hash;
    };

    my $class = \&Mail::DKIM::Signature::get_algorithm_class;
    *Mail::DKIM::Signature::get_algorithm_class = sub {
        return $_[1] eq 'ed25519-sha256' ? 'Taught::Ed25519' : $class->(@_);
    };
    my $hash = \&Mail::DKIM::Signature::hash_algorithm;
    *Mail::DKIM::Signature::hash_algorithm = sub {
        return $_[0]->algorithm eq 'ed25519-sha256' ? 'sha256' : $hash->(@_);
    };

    my $check = \&Mail::DKIM::PublicKey::check;
    *Mail::DKIM::PublicKey::check = sub {
        my $self = shift;
        return $check->($self) if ( $self->get_tag('k') // 'rsa' ) ne 'ed25519';
        my $key = Crypt::PK::Ed25519->new;
        $key->import_key_raw( decode_base64( $self->data ), 'public' );
        return $self->cork($key);
    };
}

teach_ed25519() if !defined Mail::DKIM::Signature->new->get_algorithm_class('ed25519-sha256');

my ( $records, @messages ) = @ARGV;

sub content {
    my ($path) = @_;
    open my $file, '<:raw', $path or die "$path: $!\n";
    local $/ = undef;
    return scalar <$file>;
}

Mail::DKIM::DNS::resolver( bless decode_json( content($records) ), 'Zone' );

for my $path (@messages) {
    my $verifier = Mail::DKIM::Verifier->new;
    $verifier->PRINT( content($path) );
    $verifier->CLOSE;
    my %answer = ( good => [], bad => [] );
    for my $signature ( $verifier->signatures ) {
        my $good = $signature->result eq 'pass';
        print STDERR "$path: ", $signature->result_detail, "\n" if !$good;
        push @{ $answer{ $good ? 'good' : 'bad' } }, $signature->selector;
    }
    print encode_json( \%answer ), "\n";
}
