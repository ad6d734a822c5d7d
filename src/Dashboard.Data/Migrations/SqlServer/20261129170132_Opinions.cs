using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Dashboard.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Opinions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Opinions",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    AssessmentId = table.Column<int>(type: "int", nullable: false),
                    Reviewer = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    State = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: false),
                    Begun = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Ended = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Opinions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Opinions_Assessments_AssessmentId",
                        column: x => x.AssessmentId,
                        principalTable: "Assessments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "OpinionAnswers",
                columns: table => new
                {
                    OpinionId = table.Column<int>(type: "int", nullable: false),
                    Indicator = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Answer_Confidence = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: false),
                    Answer_Level = table.Column<int>(type: "int", nullable: true),
                    Answer_Rationale = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    Answer_State = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: false),
                    Beside_Confidence = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: true),
                    Beside_Level = table.Column<int>(type: "int", nullable: true),
                    Beside_Rationale = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true),
                    Beside_State = table.Column<string>(type: "nvarchar(30)", maxLength: 30, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OpinionAnswers", x => new { x.OpinionId, x.Indicator });
                    table.ForeignKey(
                        name: "FK_OpinionAnswers_Opinions_OpinionId",
                        column: x => x.OpinionId,
                        principalTable: "Opinions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Opinions_AssessmentId_Reviewer",
                table: "Opinions",
                columns: new[] { "AssessmentId", "Reviewer" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Opinions_State",
                table: "Opinions",
                column: "State");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "OpinionAnswers");

            migrationBuilder.DropTable(
                name: "Opinions");
        }
    }
}
